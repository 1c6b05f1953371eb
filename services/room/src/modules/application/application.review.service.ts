/** The center's part: check, decide, open the room and invite (R12). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { newId } from '@heya/service-common/id';
import { emit, nextSequence } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { emitMembership, forgetMemberships, insertInvitation } from '../membership/index.ts';
import { forgetPatients } from '../patient/index.ts';
import { type PersonFacts, type RoomContext, type RoomProblem, textProblems, tidyText } from '../platform/index.ts';
import { forgetRooms, insertRoom } from '../room/index.ts';
import { accessForChange, forgetApplications, loadApplication } from './application.access.ts';
import { roomNumber } from './application.calendar.policy.ts';
import { emitApplication } from './application.events.ts';
import { type ApplicationProgress, execute, review, type ReviewDecision, type Step, withdraw } from './application.machine.policy.ts';
import { type ApplicationRow, type Decision, type MemberRow, saveProgress } from './application.repository.ts';

export interface Outcome {
  applicationId?: string;
  roomId?: string;
  problems: RoomProblem[];
}

export interface ReviewFields {
  decision: ReviewDecision;
  reason?: string | null;
  expectedVersion: number;
}

const refused = (...problems: RoomProblem[]): Outcome => ({ problems });
const notFound = refused(problem('NOT_FOUND', ['id']));
const progressOf = (row: ApplicationRow): ApplicationProgress => ({
  status: row.status,
  checkedBy: row.checked_by,
  decidedBy: row.decided_by,
});

export async function withdrawApplication(context: RoomContext, id: string, expectedVersion: number): Promise<Outcome> {
  const outcome = await context.write(async (tx): Promise<Outcome> => {
    const row = await accessForChange(tx, context, id, 'WITHDRAW');
    if (!row) return notFound;
    if (row.version !== expectedVersion) return { applicationId: id, problems: [problem('STALE_VERSION', ['expectedVersion'])] };
    return advance(tx, context, row, { step: withdraw(progressOf(row)) });
  });
  forgetApplications(context);
  return outcome;
}

export async function reviewApplication(context: RoomContext, id: string, fields: ReviewFields): Promise<Outcome> {
  const { viewer } = context;
  if (!isPerson(viewer)) return notFound;
  const problems = reasonProblems(fields);
  if (problems.length > 0) return refused(...problems);
  const outcome = await context.write(async (tx): Promise<Outcome> => {
    const row = await accessForChange(tx, context, id, 'REVIEW');
    if (!row) return notFound;
    if (row.version !== fields.expectedVersion)
      return { applicationId: id, problems: [problem('STALE_VERSION', ['input', 'expectedVersion'])] };
    const reason = fields.reason ? tidyText(fields.reason) : null;
    return advance(tx, context, row, { step: review(progressOf(row), fields.decision, viewer.userId), reason });
  });
  forgetApplications(context);
  return outcome;
}

const reasonProblems = ({ decision, reason }: ReviewFields): RoomProblem[] =>
  textProblems(reason, { field: ['input', 'reason'], max: 1000, required: decision !== 'APPROVE' });

type Advance = { step: Step } & Pick<Decision, 'reason' | 'roomId'>;

async function advance(tx: Em, context: RoomContext, row: ApplicationRow, { step, ...also }: Advance): Promise<Outcome> {
  if (!step.ok) return refused(...step.problems);
  const { userId: actorId } = context.viewer as PersonViewer;
  await saveProgress(tx, row, { next: step.next, at: context.now(), ...also });
  await audit(tx, context, {
    authority: row.applicant_id === actorId ? 'APPLICANT' : 'REVIEW',
    action: 'UPDATE',
    categories: [],
    subjectType: 'RoomApplication',
    subjectId: row.id,
    patientId: row.patient_id,
    roomId: also.roomId ?? row.room_id,
  });
  await emitApplication(tx, row, { status: step.next.status, roomId: also.roomId ?? row.room_id, actorId });
  return { applicationId: row.id, ...(also.roomId && { roomId: also.roomId }), problems: [] };
}

/** Opens the room and invites, once the guard holds at this moment (R12). */
export async function executeApplication(context: RoomContext, id: string): Promise<Outcome> {
  const before = await loadApplication(context, id);
  if (!before) return notFound;
  // Whom the form names does not change after filing, so identity is asked before the application is held.
  const people = await context.identity.people(
    before.members.map(({ userId }) => userId),
    context,
  );
  const outcome = await context
    .write((tx) => openRoom(tx, context, id, people))
    .catch((error: unknown) => {
      if (error instanceof RoomExists) return refused(problem('ALREADY_EXISTS', ['id']));
      throw error;
    });
  forgetApplications(context);
  forgetRooms(context);
  forgetMemberships(context);
  forgetPatients(context);
  if (outcome.roomId) await context.settle();
  return outcome;
}

/** Undoes what the transaction had begun. */
class RoomExists extends Error {}

async function openRoom(tx: Em, context: RoomContext, id: string, people: ReadonlyMap<string, PersonFacts>): Promise<Outcome> {
  const row = await accessForChange(tx, context, id, 'EXECUTE');
  if (!row) return notFound;
  const members = row.members.map((member) => ({ ...member, hasActiveId: people.get(member.userId)?.isActive ?? false }));
  const step = execute(progressOf(row), { consentInForce: row.consent_in_force, members });
  if (!step.ok) return refused(...step.problems);
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
    status: 'INVITED' as const,
    invited_at: invitation.invitedAt,
    joined_at: null,
    left_at: null,
  };
  await emitMembership(tx, told, 'INVITED');
}
