export { postMention } from './mention.entity.ts';
