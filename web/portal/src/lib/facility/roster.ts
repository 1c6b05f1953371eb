/** What is answered of each person of a roster, while it is gone through and as it is sent. */
import type { RosterAnswer, RosterEntryInput } from '@heya/client/generated/graphql';

export interface RosterDraft {
  /** By user id. */
  answers: Record<string, { answer: RosterAnswer | ''; note: string }>;
}

export const blankRoster = (): RosterDraft => ({ answers: {} });

interface Listed {
  user: { id: string };
}

export const unanswered = <T extends Listed>(people: readonly T[], { answers }: RosterDraft): T[] =>
  people.filter(({ user }) => !answers[user.id]?.answer);

/** Everybody who has no answer yet is still there. */
export const restPresent = (people: readonly Listed[], { answers }: RosterDraft): RosterDraft => ({
  answers: Object.fromEntries(
    people.map(({ user }) => {
      const known = answers[user.id];
      return [user.id, known?.answer ? known : { answer: 'PRESENT' as const, note: '' }];
    }),
  ),
});

/** In the order of the list; people who have left it meanwhile are left out. */
export function toEntries(people: readonly Listed[], { answers }: RosterDraft): RosterEntryInput[] {
  return people.flatMap(({ user }) => {
    const known = answers[user.id];
    if (!known?.answer) return [];
    const note = known.answer === 'PRESENT' ? '' : known.note.trim();
    return [{ userId: user.id, answer: known.answer, note: note || null }];
  });
}
