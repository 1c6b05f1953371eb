export { postMention } from './mention.entity.ts';
export { MentionInput } from './mention.inputs.ts';
export { type Mention as MentionDraft, type MentionGroup, groupsOf, mentionProblems, professionsOf } from './mention.policy.ts';
export { findAddressable, insertMentions } from './mention.repository.ts';
export { MentionResolver } from './mention.resolver.ts';
export { mentionsOf } from './mention.service.ts';
export { Mention, MentionGroupEnum } from './mention.type.ts';
