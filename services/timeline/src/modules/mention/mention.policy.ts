/** Rules for naming people in a text (R22). Pure. */
import { type Problem, problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';

export const mentionGroups = ['ALL', 'PHYSICIANS', 'NURSES', 'PHARMACISTS', 'CARE_MANAGERS', 'HELPERS', 'STEWARD'] as const;
export type MentionGroup = (typeof mentionGroups)[number];

/** The professions of a group; ALL and STEWARD are no matter of profession. */
export const professionsOf: Readonly<Record<MentionGroup, readonly string[]>> = {
  ALL: [],
  PHYSICIANS: ['PHYSICIAN', 'DENTIST'],
  NURSES: ['NURSE', 'PUBLIC_HEALTH_NURSE'],
  PHARMACISTS: ['PHARMACIST'],
  CARE_MANAGERS: ['CARE_MANAGER'],
  HELPERS: ['HOME_HELPER', 'CARE_WORKER'],
  STEWARD: [],
};

/** @returns the groups by which a person is meant, the steward's apart */
export const groupsOf = (profession: string | null | undefined): MentionGroup[] =>
  mentionGroups.filter((group) => group === 'ALL' || professionsOf[group].includes(profession ?? ''));

export interface Mention {
  userId?: string | null;
  group?: MentionGroup | null;
  /** Code points of the text. */
  start: number;
  end: number;
}

type Found = Problem<'INVALID' | 'NOT_FOUND' | 'TOO_LONG'>;

/** More than anybody names in one text. */
export const mostMentions = 20;

/** @param text without blanks around it @param members those named by id who belong to the circle of the post @param path where the mentions stand in the input */
export function mentionProblems(mentions: readonly Mention[], text: string, members: ReadonlySet<string>, path: string[]): Found[] {
  if (mentions.length > mostMentions) return [problem('TOO_LONG', path, { max: mostMentions })];
  const length = [...text].length;
  return mentions.flatMap(({ userId, group, start, end }, index): Found[] => {
    const field = [...path, String(index)];
    // One of the two, and a piece of the text.
    if (Boolean(userId) === Boolean(group) || start < 0 || end <= start || end > length) return [problem('INVALID', field)];
    return userId && !(isId(userId) && members.has(userId.toLowerCase())) ? [problem('NOT_FOUND', field)] : [];
  });
}
