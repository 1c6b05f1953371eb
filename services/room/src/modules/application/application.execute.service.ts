/** Carrying out what two officers have approved: open and invite, change, or close (R12, R14, R16). */
import { problem } from '@heya/service-common/errors';
import { newId } from '@heya/service-common/id';
import { emit, nextSequence } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { emitMembership, forgetMemberships, insertInvitation, passSeat, settleMemberships } from '../membership/index.ts';
import { forgetPatients } from '../patient/index.ts';
import type { PersonFacts, RoomContext } from '../platform/index.ts';
import { forgetRooms, insertRoom } from '../room/index.ts';
import { accessForChange, forgetApplications, loadApplication, progressOf } from './application.access.ts';
import { roomNumber } from './application.calendar.policy.ts';
import { canTakeSeat } from './application.change.policy.ts';
import { closable } from './application.closure.policy.ts';
import { execute, executeChange, executeClosure } from './application.machine.policy.ts';
import type { ApplicationRow, MemberRow } from './application.repository.ts';
import { advance, notFound, type Outcome } from './application.review.service.ts';
import { beginClosing, type ChangeFactRow, holdRoom, selectChangeFacts } from './application.room.repository.ts';

type People = ReadonlyMap<string, PersonFacts>;

interface Carried {
  row: ApplicationRow;
  people: People;
}

/** Done once the guard of its form holds at this moment (R12). */
export async function executeApplication(context: RoomContext, id: string): Promise<Outcome> {
  const before = await loadApplication(context, id);
  if (!before) return notFound;
  // Whom the form names does not change after it was approved, so identity is asked before the application is held.
  const people = await context.identity.people(
    before.members.map(({ userId }) => userId),
    context,
  );
  const outcome = await context
    .write(async (tx) => {
      if (before.room_id) await holdRoom(tx, before.room_id);
      const row = await accessForChange(tx, context, id, 'EXECUTE');
      return row ? carryOut(tx, context, { row, people }) : notFound;
    })
    .catch((error: unknown): Outcome => {
      if (error instanceof RoomExists) return { problems: [problem('ALREADY_EXISTS', ['id'])] };
      throw error;
    });
  forgetApplications(context);
  forgetRooms(context);
  forgetMemberships(context);
  forgetPatients(context);
  if (outcome.problems.length === 0) await context.settle();
  return outcome;
}

/** Undoes what the transaction had begun. */
class RoomExists extends Error {}

function carryOut(tx: Em, context: RoomContext, carried: Carried): Promise<Outcome> {
  if (carried.row.form === 'FORM_4_1') return openRoom(tx, context, carried);
  return carried.row.form === 'FORM_4_2' ? changeRoom(tx, context, carried) : closeRoom(tx, context, carried.row);
}

const hasActiveId = (people: People, userId: string): boolean => people.get(userId)?.isActive ?? false;

async function openRoom(tx: Em, context: RoomContext, { row, people }: Carried): Promise<Outcome> {
  const members = row.members.map((member) => ({ ...member, hasActiveId: hasActiveId(people, member.userId) }));
  const step = execute(progressOf(row), { consentInForce: row.consent_in_force, members });
  if (!step.ok) return { problems: step.problems };
  const roomId = newId();
  const count = await nextSequence(tx, `room-number:${row.district_id}`);
  const at = context.now();
  const opened = await insertRoom(tx, {
    id: roomId,
    districtId: row.district_id,
    patientId: row.patient_id,
    roomNumber: roomNumber(count),
    openedAt: at,
  });
  if (!opened) throw new RoomExists();
  await emit(tx, 'room.roomChanged', `room-meta:${roomId}`, {
    roomId,
    patientId: row.patient_id,
    districtId: row.district_id,
    status: 'ACTIVE',
  });
  for (const member of row.members) await invite(tx, context, { row, roomId, member, person: people.get(member.userId) });
  return advance(tx, context, row, { step, roomId });
}

/** Who goes has gone by the clock, reviewed or not; only now is anybody added, or handed the seat by a steward who stays (R14). */
async function changeRoom(tx: Em, context: RoomContext, { row, people }: Carried): Promise<Outcome> {
  const roomId = row.room_id as string;
  await settleMemberships(tx, roomId);
  const facts = await selectChangeFacts(tx, row.id);
  const successor = facts.find(({ user_id }) => user_id === row.new_steward_id);
  const step = executeChange(progressOf(row), {
    isRoomOpen: facts[0]?.room_status === 'ACTIVE',
    consentInForce: row.consent_in_force,
    additions: row.members.map(({ userId }) => ({
      hasActiveId: hasActiveId(people, userId),
      isPresent: facts.some(({ user_id }) => user_id === userId),
    })),
    canStewardFollow: row.new_steward_id === null ? null : isIncoming(row) || canFollow(successor),
  });
  if (!step.ok) return { problems: step.problems };
  for (const member of row.members) await invite(tx, context, { row, roomId, member, person: people.get(member.userId) });
  const outcome = await advance(tx, context, row, { step });
  await passSeat(tx, row.id);
  await settleMemberships(tx, roomId);
  return outcome;
}

/** The form adds its steward: the seat comes to them when they join, and whether they may come in is asked of whom it adds. */
const isIncoming = (row: ApplicationRow): boolean => row.members.some(({ userId }) => userId === row.new_steward_id);

/** The seat is theirs already, is to come to them, or can. */
function canFollow(row: ChangeFactRow | undefined): boolean {
  if (!row || row.role === null || row.status === null) return false;
  return row.is_steward || row.seat_passes || canTakeSeat({ role: row.role, status: row.status, leaves: row.leaves ?? true });
}

async function closeRoom(tx: Em, context: RoomContext, row: ApplicationRow): Promise<Outcome> {
  const roomId = row.room_id as string;
  const [facts] = await selectChangeFacts(tx, row.id);
  const step = executeClosure(progressOf(row), { isRoomOpen: facts !== undefined && closable.includes(facts.room_status) });
  if (!step.ok) return { problems: step.problems };
  const closing = await beginClosing(tx, row.id);
  if (!closing) return { problems: [problem('INVALID_STATE', ['id'])] };
  const told = { roomId, patientId: row.patient_id, districtId: row.district_id, status: closing.status };
  await emit(tx, 'room.roomChanged', `room-meta:${roomId}`, told);
  return advance(tx, context, row, { step });
}

interface Invitation {
  row: ApplicationRow;
  roomId: string;
  member: MemberRow;
  person: PersonFacts | undefined;
}

async function invite(tx: Em, context: RoomContext, { row, roomId, member, person }: Invitation): Promise<void> {
  const invitation = {
    id: newId(),
    roomId,
    districtId: row.district_id,
    patientId: row.patient_id,
    ...member,
    displayName: person?.displayName ?? member.displayName,
    invitedBy: (context.viewer as PersonViewer).userId,
    invitedAt: context.now(),
    beginsAt: row.effective_at === null ? null : new Date(row.effective_at),
    seatBy: member.userId === row.new_steward_id ? row.id : null,
  };
  await insertInvitation(tx, invitation);
  const told = {
    id: invitation.id,
    room_id: roomId,
    district_id: row.district_id,
    patient_id: row.patient_id,
    user_id: member.userId,
    display_name: invitation.displayName,
    profession: member.profession,
    facility_id: member.facilityId,
    facility_name: member.facilityName,
    role: member.role,
    is_steward: member.isSteward,
    takes_seat: invitation.seatBy !== null,
    status: 'INVITED' as const,
    invited_at: invitation.invitedAt,
    joined_at: null,
    left_at: null,
    reminded_at: null,
  };
  await emitMembership(tx, told, 'INVITED');
}
