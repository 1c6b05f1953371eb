/** Setting one patient's ranges (R24): doctors and nurses of the room, each time a version of its own. */
import { auditAll } from '@heya/service-common/audit';
import { problem, toUserErrors, type UserErrorShape } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import {
  can,
  findStanding,
  recordRefusal,
  requirePerson,
  type RoomView,
  seePatient,
  timelineClass,
  type TimelineRequest,
} from '../access/index.ts';
import {
  findRangeVersions,
  forgetRanges,
  insertRanges,
  isSame,
  lockRanges,
  type RangeDraft,
  rangeProblems,
  toRanges,
} from '../vital-range/index.ts';
import { maySetRanges } from '../vitals/index.ts';
import { type RangeErrorCode, type RangeProblem, rangeSentences } from './vital-range-set.errors.ts';

interface Setting {
  patientId: string;
  ranges: readonly RangeDraft[];
  expectedVersion: number;
}

export interface RangesSet {
  patient: { id: string } | null;
  userErrors: UserErrorShape<RangeErrorCode>[];
}

/** All of them at once: a kind that is not named has the usual limits again. The same again changes nothing. */
export async function setRanges(context: TimelineRequest, setting: Setting): Promise<RangesSet> {
  const room = await seePatient(context, setting.patientId);
  const problems = room ? await context.write((tx) => set(tx, context, room, setting)) : [problem('NOT_FOUND' as const, ['patientId'])];
  if (problems.length > 0) return { patient: null, userErrors: toUserErrors(problems, context.locale, rangeSentences) };
  if (room) forgetRanges(context, room.roomId);
  return { patient: { id: setting.patientId }, userErrors: [] };
}

async function set(
  tx: Em,
  context: TimelineRequest,
  { roomId }: RoomView,
  { patientId, ranges, expectedVersion }: Setting,
): Promise<RangeProblem[]> {
  const person = requirePerson(context);
  const standing = await findStanding(tx, roomId);
  const decision = can(person, 'WRITE', standing, 'CARE_TEAM');
  if (!standing || !decision.allowed || !maySetRanges(person, true)) {
    await recordRefusal(tx, context, 'Patient', patientId);
    return [problem(!decision.allowed && decision.reason === 'ROOM_CLOSED' ? 'ROOM_CLOSED' : 'FORBIDDEN', ['patientId'])];
  }
  const problems = rangeProblems(ranges, ['ranges']);
  if (problems.length > 0) return problems;
  await lockRanges(tx, roomId);
  const [newest] = await findRangeVersions(tx, [roomId], 1);
  const wanted = toRanges(ranges);
  if (isSame(wanted, newest?.ranges ?? {})) return [];
  const version = newest?.version ?? 0;
  if (version !== expectedVersion) return [problem('STALE_VERSION', ['expectedVersion'])];
  const { districtId } = standing;
  await insertRanges(tx, {
    roomId,
    patientId,
    version: version + 1,
    ranges: wanted,
    setById: person.userId,
    setByName: person.labels.name,
  });
  const place = { roomId, patientId, districtId };
  await auditAll(tx, context, [
    { authority: 'MEMBERSHIP', action: 'UPDATE', categories: [timelineClass], subjectType: 'Patient', subjectId: patientId, ...place },
  ]);
  return [];
}
