/** From what form 2-2 said to what the API shows. */
import { tokyoDay } from '../user/index.ts';
import type { ChangeDetails, IdChangeKind, Successor } from './id-change.details.ts';
import type { IdChangeDetails, IdChangeItem, IdChangeType, StewardSeatType } from './id-change.type.ts';
import type { StewardRow } from './room-seat.repository.ts';

export function toChangeDetails(
  details: ChangeDetails,
  { applicationId, facilityId }: { applicationId: string; facilityId: string | null },
): IdChangeDetails {
  const effectiveAt = details.effectiveAt === null ? null : new Date(details.effectiveAt);
  return {
    kind: details.change,
    personName: details.personName,
    personNameKana: details.personNameKana,
    changes: changesOf(details),
    facilityName: details.facilityName,
    toFacilityName: details.toFacilityName,
    toInstitutionCode: details.toInstitutionCode,
    effectiveAt,
    effectiveOn: effectiveAt && tokyoDay(effectiveAt),
    reason: details.reason,
    applicationId,
    userId: details.userId,
    facilityId,
    toFacilityId: details.toFacilityId,
    successors: details.successors,
  };
}

type Line = [item: IdChangeItem, before: string | null, after: string | null];

const lines: Record<IdChangeKind, (details: ChangeDetails) => Line[]> = {
  NAME: ({ personName, personNameKana, name, nameKana }) => [
    ['NAME', personName, name],
    ['NAME_KANA', personNameKana, nameKana],
  ],
  CONTACT: ({ email, title, titleBefore }) => [
    ...(email === null ? [] : [['EMAIL', null, email] satisfies Line]),
    ...(title === null ? [] : [['TITLE', titleBefore, title] satisfies Line]),
  ],
  TRANSFER: ({ facilityName, toFacilityName, title, titleBefore }) => [
    ['FACILITY', facilityName, toFacilityName],
    ...(title === null ? [] : [['TITLE', titleBefore, title] satisfies Line]),
  ],
  LEAVE: ({ facilityName }) => [['FACILITY', facilityName, null]],
  RETURN: ({ facilityName }) => [['FACILITY', null, facilityName]],
  RETIRE: ({ facilityName }) => [['ID', facilityName, null]],
  REISSUE: () => [['CREDENTIALS', null, null]],
};

export const changesOf = (details: ChangeDetails): IdChangeType[] =>
  lines[details.change](details).map(([item, before, after]) => ({ kind: details.change, item, before, after }));

export const toSeat = (row: StewardRow, successors: readonly Successor[]): StewardSeatType => {
  const named = successors.find(({ seatId }) => seatId === row.membership_id);
  return {
    id: row.membership_id,
    roomNumber: row.room_number,
    successorName: named?.name ?? null,
    successorId: named?.userId ?? null,
    isVacant: row.is_vacant,
    roomId: row.room_id,
    userId: row.user_id,
  };
};

/** What an officer may comment on. */
const fields = [
  'kind',
  'after',
  'afterKana',
  'title',
  'toFacilityId',
  'toInstitutionCode',
  'effectiveAt',
  'successors',
  'reason',
  'userId',
];

export const isFieldOfChange = ([root, name, ...rest]: readonly string[]): boolean =>
  root === 'change' && name !== undefined && fields.includes(name) && rest.length === 0;
