/** Groups that can be asked or named, in the reader's language. */
import type { MentionGroup } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

const words: Record<MentionGroup, () => string> = {
  ALL: m.group_all,
  PHYSICIANS: m.group_physicians,
  NURSES: m.group_nurses,
  PHARMACISTS: m.group_pharmacists,
  CARE_MANAGERS: m.group_care_managers,
  HELPERS: m.group_helpers,
  STEWARD: m.group_steward,
};

export const groups = Object.keys(words) as MentionGroup[];
export const groupWords = (group: MentionGroup): string => words[group]();
