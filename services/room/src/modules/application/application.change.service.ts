/** Forms 4-2 and 4-3, held against the room they are about (R14, R16). */
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { countOpenAsks } from '../open-ask/index.ts';
import { type MembershipRow, selectMembershipsOfRooms } from '../membership/index.ts';
import { bodyHash, type PersonFacts, recordLooks, refusal, type RoomContext, type RoomProblem, tidyText } from '../platform/index.ts';
import { type ChangeInput, changeProblems } from './application.change.policy.ts';
import { type ClosureInput, closureProblems } from './application.closure.policy.ts';
import { toMember } from './application.creation.service.ts';
import { type Planned, unusedFields } from './application.filing.service.ts';
import { holdRoom, type RoomToChange, selectRoomToChange } from './application.room.repository.ts';

const text = (given: string | null | undefined): string | null => (given ? tidyText(given) || null : null);

export const changeHash = ({ roomId, add, removeMembershipIds, newStewardUserId, effectiveAt, reason }: ChangeInput): string =>
  bodyHash({
    roomId,
    add: add.map(({ userId, facilityId, role }) => [userId, facilityId ?? null, role]),
    removeMembershipIds,
    newStewardUserId: newStewardUserId ?? null,
    effectiveAt: effectiveAt.getTime(),
    reason: text(reason),
  });

export const closureHash = ({ roomId, reason, note, informed, copies, exportToUserId }: ClosureInput): string =>
  bodyHash({
    roomId,
    reason,
    note: text(note),
    informed: text(informed),
    copies: copies.map(({ facilityId, isSaved }) => [facilityId, isSaved]),
    exportToUserId: exportToUserId ?? null,
  });

interface Found {
  room: RoomToChange;
  members: MembershipRow[];
}

/** Held until the form is received: two forms about one room come one after the other. */
async function roomToChange(tx: Em, context: RoomContext, roomId: string): Promise<Found | { problems: RoomProblem[] }> {
  if (isId(roomId)) await holdRoom(tx, roomId);
  const room = isId(roomId) ? await selectRoomToChange(tx, roomId) : undefined;
  if (room?.may_change) return { room, members: await selectMembershipsOfRooms(tx, [roomId]) };
  if (isId(roomId)) await recordLooks(tx, context, [refusal('Room', roomId, { roomId })]);
  return { problems: [room?.is_member ? problem('FORBIDDEN') : problem('NOT_FOUND', ['input', 'roomId'])] };
}

/** By the name that the room knows them by, or, of somebody whom the form adds, by that of their ID. */
function newSteward(
  { newStewardUserId: id }: ChangeInput,
  members: readonly MembershipRow[],
  people: ReadonlyMap<string, PersonFacts>,
): { newStewardId: string | null; newStewardName: string | null } {
  if (!id) return { newStewardId: null, newStewardName: null };
  const present = members.find(({ user_id }) => user_id === id);
  return { newStewardId: id, newStewardName: present?.display_name ?? people.get(id)?.displayName ?? null };
}

export async function planChange(
  tx: Em,
  context: RoomContext,
  { input, people }: { input: ChangeInput; people: ReadonlyMap<string, PersonFacts> },
): Promise<Planned> {
  const found = await roomToChange(tx, context, input.roomId);
  if ('problems' in found) return found;
  const { room, members } = found;
  const now = context.now();
  const problems = changeProblems(input, {
    roomStatus: room.status,
    consentInForce: room.consent_in_force,
    members: members.map((row) => ({
      membershipId: row.id,
      userId: row.user_id,
      role: row.role,
      status: row.status,
      isSteward: row.is_steward,
      leaves: row.left_at !== null,
      seatPasses: room.seats_passing.includes(row.id),
      seatWaits: row.takes_seat,
    })),
    people,
    now,
  });
  if (problems.length > 0) return { problems };
  const effectiveAt = new Date(Math.max(input.effectiveAt.getTime(), now.getTime()));
  const removed = input.removeMembershipIds.map((id) => members.find((row) => row.id === id) as MembershipRow);
  const fields = {
    ...unusedFields,
    form: 'FORM_4_2' as const,
    patientId: room.patient_id,
    roomId: room.id,
    reason: text(input.reason),
    effectiveAt,
    ...newSteward(input, found.members, people),
    bodyHash: changeHash(input),
  };
  return {
    plan: {
      fields,
      authority: 'MEMBERSHIP',
      members: input.add.map((member) => toMember(member, people, false)),
      removals: removed.map(({ id, display_name: displayName, role }) => ({ membershipId: id, displayName, role, endsAt: effectiveAt })),
      copies: [],
    },
  };
}

export async function planClosure(tx: Em, context: RoomContext, { input }: { input: ClosureInput }): Promise<Planned> {
  const found = await roomToChange(tx, context, input.roomId);
  if ('problems' in found) return found;
  const { room, members } = found;
  const facts = members.map(({ user_id: userId, status, facility_id: facilityId }) => ({ userId, status, facilityId }));
  const openAsks = await countOpenAsks(tx, room.id);
  const problems = closureProblems(input, { roomStatus: room.status, members: facts, openAsks });
  if (problems.length > 0) return { problems };
  const receiver = members.find(({ user_id }) => user_id === input.exportToUserId);
  const nameOf = (facilityId: string): string => members.find(({ facility_id }) => facility_id === facilityId)?.facility_name ?? '';
  const fields = {
    ...unusedFields,
    form: 'FORM_4_3' as const,
    patientId: room.patient_id,
    roomId: room.id,
    reason: text(input.note),
    closureReason: input.reason,
    informed: text(input.informed),
    exportToId: receiver?.user_id ?? null,
    exportToName: receiver?.display_name ?? null,
    bodyHash: closureHash(input),
  };
  const copies = input.copies.map(({ facilityId, isSaved }) => ({ facilityId, facilityName: nameOf(facilityId), isSaved }));
  return { plan: { fields, authority: 'MEMBERSHIP', members: [], removals: [], copies } };
}
