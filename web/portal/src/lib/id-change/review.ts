/** Form 2-2 as officers read it: field by field, and which rooms need a successor. Paths are those below `change`. */
import type { IdApplicationViewFragment, IdChangeItem, IdChangeLinesFragment, ProblemFragment } from '@heya/client/generated/graphql';
import { dateTime } from '#lib/format/dates.ts';
import { changeItemNames, changeKindNames } from '#lib/id-application/words.ts';
import { m } from '#paraglide/messages.js';
import type { Problems } from '#lib/problems.ts';
import { endsPlace } from './form.ts';

export type ChangeFiled = Extract<IdApplicationViewFragment['filed'], { __typename: 'IdChangeDetails' }>;
export type Seat = ChangeFiled['seats'][number];

/** What was returned, where it was filed again since. */
export function earlierChange({ earlier }: IdApplicationViewFragment): IdChangeLinesFragment | null {
  return earlier?.filedBefore.__typename === 'IdChangeDetails' ? earlier.filedBefore : null;
}

export interface ChangeLine {
  path: string;
  label: string;
  value: string | null;
}

/** Which field of the form says it; others follow from the kind. */
const fieldOfItem: Partial<Record<IdChangeItem, string>> = { NAME: 'after', NAME_KANA: 'afterKana', EMAIL: 'after', TITLE: 'title' };

export const changeLines = ({ kind, personName, personNameKana, changes, effectiveAt, reason }: IdChangeLinesFragment): ChangeLine[] => [
  { path: 'kind', label: m.change_kind(), value: changeKindNames[kind]() },
  { path: 'userId', label: m.change_person(), value: m.name_with_kana({ name: personName, kana: personNameKana ?? '' }) },
  ...changes.flatMap(({ item, before, after }) => {
    const path = item === 'FACILITY' && kind === 'TRANSFER' ? 'toFacilityId' : fieldOfItem[item];
    return path
      ? [{ path, label: changeItemNames[item](), value: before ? m.change_from_to({ before, after: after ?? '–' }) : after }]
      : [];
  }),
  ...(kind === 'REISSUE' && !effectiveAt
    ? []
    : [{ path: 'effectiveAt', label: m.change_effective(), value: effectiveAt ? dateTime(effectiveAt) : m.change_with_approval() }]),
  { path: 'reason', label: m.change_reason(), value: reason },
];

const isNamed = ({ successor, candidates }: Seat): boolean => candidates.some(({ id }) => id === successor?.id);

/** Seats that end or have ended, and nobody who can follow is named for; of those that were passed on none is left. */
export const openSeats = ({ kind, carriedOutAt, seats }: ChangeFiled): Seat[] =>
  endsPlace(kind) ? seats.filter((seat) => !isNamed(seat) && (seat.isVacant || !carriedOutAt)) : [];

/** @returns whether a successor is named whom the room has not told yet to be its steward */
export const isPassing = (seat: Seat): boolean => seat.isVacant && isNamed(seat);

/** What was sent, to find which field a problem is about. */
export interface Sent {
  seatIds: readonly string[];
  paths: readonly string[];
}

export const seatField = (seatId: string): string => `successor-${seatId}`;

/** Problems of a review or of naming successors, beside the seat or the comment they speak of. */
export function placeReview(errors: readonly ProblemFragment[], { seatIds, paths }: Sent): Problems {
  const problems: Problems = { fields: {}, general: [] };
  for (const { field, message } of errors) {
    const [list, index = ''] = (field ?? []).filter((part) => part !== 'input');
    const [seatId, path] = [list === 'successors' && seatIds[Number(index || NaN)], list === 'comments' && paths[Number(index || NaN)]];
    if (seatId) problems.fields[seatField(seatId)] ??= message;
    else if (path) problems.fields[`comment-${path}`] ??= message;
    else problems.general.push(message);
  }
  return problems;
}
