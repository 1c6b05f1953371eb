/** What was done about an answer that does not come, and whom to call (R23). Pure. */
import type { AskStoryQuery } from '@heya/client/generated/graphql';
import { dateTime } from '#lib/format/dates.ts';
import { m } from '#paraglide/messages.js';

export interface Call {
  id: string;
  userId: string;
  name: string;
  facility: string;
  phone: string;
}

export interface AskStory {
  /** Sentences, earliest first. */
  told: string[];
  /** Those whose answer is waited for and whose office has a number. */
  calls: Call[];
  deputyIds: string[];
}

export const lateWords: Readonly<Record<number, () => string>> = { 1: m.ask_late_1, 2: m.ask_late_2, 3: m.ask_late_3 };

export function storyOf({ post, room }: AskStoryQuery): AskStory {
  const members = room?.memberships.nodes ?? [];
  const { deputies = [], escalations = [], owedBy = [] } = post?.ask ?? {};
  const nameOf = (id: string | undefined): string => members.find(({ user }) => user && user.id === id)?.displayName ?? m.ask_somebody();
  const told = [
    ...deputies.map(({ user, byName, at }) => ({
      at,
      said: m.ask_deputy_named({ time: dateTime(at), who: nameOf(user?.id), by: byName }),
    })),
    ...escalations.map(({ step, at }) => ({ at, said: m.ask_told_at({ time: dateTime(at), what: lateWords[step]?.() ?? '' }) })),
  ];
  const owing = new Set(owedBy.map(({ id }) => id));
  return {
    told: told.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).map(({ said }) => said),
    calls: members.flatMap(({ id, user, displayName, facility }) =>
      user && owing.has(user.id) && facility?.phone
        ? [{ id, userId: user.id, name: displayName, facility: facility.name, phone: facility.phone }]
        : [],
    ),
    deputyIds: deputies.flatMap(({ user }) => user?.id ?? []),
  };
}
