/** What posts are narrowed by, as people choose it, and as the server is asked (R27). Pure. */
import type { MentionGroup, PostFilter, PostKind } from '@heya/client/generated/graphql';

export const periods = ['', '7', '30', '180'] as const;
export type Period = (typeof periods)[number];
export const filterKinds = [
  'NOTE',
  'MEDICAL_NOTE',
  'CARE_NOTE',
  'MEDICATION',
  'VITALS',
  'WOUND',
  'HANDOVER',
  'QUESTION',
] as const satisfies readonly PostKind[];
export const filterGroups = ['PHYSICIANS', 'NURSES', 'PHARMACISTS', 'CARE_MANAGERS', 'HELPERS'] as const satisfies readonly MentionGroup[];

export interface Who {
  id: string;
  name: string;
}

export interface PostChoice {
  kinds: PostKind[];
  groups: MentionGroup[];
  /** Days back from now. */
  period: Period;
  who: Who | null;
  unread: boolean;
  photo: boolean;
  important: boolean;
  mine: boolean;
}

export const everything = (): PostChoice => ({
  kinds: [],
  groups: [],
  period: '',
  who: null,
  unread: false,
  photo: false,
  important: false,
  mine: false,
});

/** How many things narrow it. */
export function countChosen({ kinds, groups, period, who, unread, photo, important, mine }: PostChoice): number {
  return kinds.length + groups.length + [period !== '', who, unread, photo, important, mine].filter(Boolean).length;
}

const dayMs = 86_400_000;

/** @returns null when nothing narrows it */
export function toFilter(choice: PostChoice, now: Date = new Date()): PostFilter | null {
  if (countChosen(choice) === 0) return null;
  const { kinds, groups, period, who, unread, photo, important, mine } = choice;
  return {
    ...(kinds.length ? { kinds } : {}),
    ...(groups.length ? { professionsOf: groups } : {}),
    ...(period ? { from: new Date(now.getTime() - Number(period) * dayMs).toISOString() } : {}),
    ...(who ? { authorIds: [who.id] } : {}),
    ...(unread ? { unreadOnly: true } : {}),
    ...(photo ? { hasPhoto: true } : {}),
    ...(important ? { importance: ['IMPORTANT', 'URGENT'] } : {}),
    ...(mine ? { mentionsMe: true } : {}),
  };
}
