/** Looking into a room for the center: find it, begin with a reason, end (R18). */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isOfficer, type PersonViewer } from '@heya/service-common/viewer';
import { forgetMemberships } from '../membership/index.ts';
import { forgetPatients } from '../patient/index.ts';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem, tidyText } from '../platform/index.ts';
import { forgetRooms } from '../room/index.ts';
import { accessForEnd, factsOf, forgetInspections } from './inspection.access.ts';
import { emitInspection } from './inspection.events.ts';
import { can, canInspect, inspectionMinutes, reasonProblems, refusalProblem, type RoomToInspectFacts } from './inspection.policy.ts';
import {
  findOfficerRoom,
  insertInspection,
  type InspectionRow,
  lockOfficer,
  type RoomToInspectRow,
  selectInspections,
  setEnded,
} from './inspection.repository.ts';

export interface InspectionOutcome {
  inspection: InspectionRow | null;
  problems: RoomProblem[];
}

export interface InspectionWish {
  idempotencyKey: string;
  roomId: string;
  reason: string;
}

const refused = (...problems: RoomProblem[]): InspectionOutcome => ({ inspection: null, problems });
const roomFacts = (row: RoomToInspectRow): RoomToInspectFacts => ({
  districtId: row.district_id,
  status: row.status,
  consentInForce: row.consent_in_force,
  isRunning: row.is_running,
});

const placeOf = ({ room_id: roomId, patient_id: patientId }: Pick<RoomToInspectRow, 'room_id' | 'patient_id'>) => ({ roomId, patientId });

/** @param number the room's number, or the receipt number of its application @returns that the room exists, to an officer of its district */
export async function findRoomToInspect(context: RoomContext, number: string): Promise<RoomToInspectRow | null> {
  return context.read(async (tx) => {
    const row = await findOfficerRoom(tx, { number: tidyText(number) });
    const decision = canInspect(context.viewer, 'FIND', row && roomFacts(row));
    if (!row || !decision.allowed) {
      await audit(tx, context, refusal('Room', null));
      return null;
    }
    const found = { subjectType: 'Room', subjectId: row.room_id, categories: [], ...placeOf(row) };
    await audit(tx, context, { ...found, authority: decision.authority, action: 'SEARCH' });
    return row;
  });
}

/** Begins a look of sixty minutes. What is alive knows of it when this returns, so that the officer can read at once and the room sees it. */
export async function startInspection(context: RoomContext, wish: InspectionWish): Promise<InspectionOutcome> {
  const { viewer } = context;
  if (!isOfficer(viewer)) return refuseStart(context, wish.roomId);
  const problems = [
    ...(isId(wish.idempotencyKey) ? [] : [problem('INVALID' as const, ['input', 'idempotencyKey'])]),
    ...reasonProblems(wish.reason),
  ];
  if (problems.length > 0) return refused(...problems);
  const outcome = await context.write((tx) => startOnce(tx, context, { viewer, wish }));
  return changed(context, outcome);
}

/** Somebody who is no officer tried: written down, and answered as for a room that does not exist. */
async function refuseStart(context: RoomContext, roomId: string): Promise<InspectionOutcome> {
  if (isId(roomId)) await context.write((tx) => recordLooks(tx, context, [refusal('Room', roomId, { roomId })]));
  return refused(problem('NOT_FOUND', ['input', 'roomId']));
}

interface Start {
  viewer: PersonViewer;
  wish: InspectionWish;
}

async function startOnce(tx: Em, context: RoomContext, { viewer, wish }: Start): Promise<InspectionOutcome> {
  await lockOfficer(tx, viewer.userId);
  const reason = tidyText(wish.reason);
  const [earlier] = await selectInspections(tx, [wish.idempotencyKey]);
  if (earlier) {
    const isSame = earlier.officer_id === viewer.userId && earlier.room_id === wish.roomId && earlier.reason === reason;
    return isSame ? { inspection: earlier, problems: [] } : refused(problem('INVALID', ['input', 'idempotencyKey']));
  }
  const room = isId(wish.roomId) ? await findOfficerRoom(tx, { id: wish.roomId }) : undefined;
  const decision = canInspect(viewer, 'START', room && roomFacts(room));
  if (!room || !decision.allowed) {
    const why = decision.allowed ? 'NOT_FOUND' : decision.reason;
    await recordLooks(tx, context, [refusal('Room', isId(wish.roomId) ? wish.roomId : null, { outcome: outcomeOf(why) })]);
    return refused(refusalProblem(why, ['input', 'roomId']));
  }
  const begun = {
    id: wish.idempotencyKey,
    room,
    officerId: viewer.userId,
    officerName: viewer.labels.name,
    reason,
    minutes: inspectionMinutes,
  };
  if (!(await insertInspection(tx, begun))) return refused(problem('INVALID', ['input', 'idempotencyKey']));
  return told(tx, context, wish.idempotencyKey, 'CREATE');
}

/** Ends a look before its time: from here on its officer reads nothing of the room, wherever they ask. */
export async function endInspection(context: RoomContext, id: string): Promise<InspectionOutcome> {
  const outcome = await context.write(async (tx): Promise<InspectionOutcome> => {
    const row = await accessForEnd(tx, context, id);
    if (!row) return refused(problem('NOT_FOUND', ['id']));
    // A second tap, or one after its time, finds it ended.
    if (!can(context.viewer, 'END', factsOf(row)).allowed) return { inspection: row, problems: [] };
    await setEnded(tx, id);
    return told(tx, context, id, 'UPDATE');
  });
  return changed(context, outcome);
}

async function told(tx: Em, context: RoomContext, id: string, action: 'CREATE' | 'UPDATE'): Promise<InspectionOutcome> {
  const [row] = await selectInspections(tx, [id]);
  if (!row) return refused(problem('NOT_FOUND', ['id']));
  await audit(tx, context, {
    authority: 'INSPECTION',
    action,
    categories: [],
    subjectType: 'RoomInspection',
    subjectId: id,
    ...placeOf(row),
  });
  await emitInspection(tx, row);
  return { inspection: row, problems: [] };
}

/** What was read under the right before is no longer true; and nobody hears of the change before all that is alive has applied it. */
async function changed(context: RoomContext, outcome: InspectionOutcome): Promise<InspectionOutcome> {
  for (const forget of [forgetInspections, forgetRooms, forgetMemberships, forgetPatients]) forget(context);
  if (outcome.inspection) await context.settle();
  return outcome;
}
