/** Filing form 2-2, mending it, taking it back (R7). Where a place ends, the rooms are told its minute at once: they keep to it even if the review is late. */
import { createHash, randomBytes } from 'node:crypto';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { nextSequence } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { isPerson } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { recordRefusal } from '../../refusal.ts';
import { findInDistrict, findFacility } from '../facility/index.ts';
import { closeWork } from '../inbox/index.ts';
import {
  callOff,
  type ChangeDetails,
  findChange,
  type IdChange,
  openChangeOf,
  putChange,
  isStoppedByLeave,
  tellPlace,
} from '../id-change/index.ts';
import { lockUser, tokyoDay } from '../user/index.ts';
import { formProblem, type FormProblem } from './form-problem.errors.ts';
import type { ApplicationEntry, IdApplication } from './id-application.entity.ts';
import { resubmit, withdraw } from './id-application.machine.policy.ts';
import { progressOf } from './id-application.mapper.ts';
import { findApplication, holdFiling, insertApplication, lockApplication, updateApplication } from './id-application.repository.ts';
import { openTask } from './id-application.task.service.ts';
import { findStaff, type Staff } from './id-change.access.ts';
import { type ChangeFields, changeProblems, factProblems, readChange } from './id-change.form.policy.ts';
import { recordChange, shown } from './id-change.record.service.ts';
import { readSuccessors } from './id-change.successor.service.ts';
import { filedOf } from './id-change.review.service.ts';
import { receiptNumberOf } from './receipt-number.policy.ts';

export interface ChangeFiling {
  application: IdApplication | null;
  details: ChangeDetails | null;
  replayed: boolean;
  problems: FormProblem[];
}

const refused = (details: ChangeDetails | null, ...problems: FormProblem[]): ChangeFiling => ({
  application: null,
  details,
  replayed: false,
  problems,
});

/** @throws UNAUTHENTICATED without a sign-in */
export function submitChange(
  context: IdentityContext,
  { idempotencyKey, change }: { idempotencyKey: string; change: ChangeFields },
): Promise<ChangeFiling> {
  if (!isPerson(context.viewer)) throw codedError('UNAUTHENTICATED');
  if (!isId(idempotencyKey)) return Promise.resolve(refused(null, formProblem('INVALID', ['input', 'idempotencyKey'])));
  const id = idempotencyKey.toLowerCase();
  return context.asService(async (tx) => {
    await holdFiling(tx, id);
    const staff = await findStaff(tx, context, change);
    if (!staff) return absent(tx, context);
    const bodyHash = hashOf(staff, change);
    const known = await findApplication(tx, id);
    if (known) return shown(tx, context, replay(known, bodyHash));
    // Of two changes of one person filed at once, the second finds the first.
    await lockUser(tx, staff.user.id);
    const examined = await examine(tx, context, { id, staff, fields: change });
    if (examined.problems.length > 0) return refused(examined.details, ...examined.problems);
    return file(tx, context, { id, staff, details: examined.details, bodyHash });
  });
}

/** Unknown, of another facility, or asked for by who may not: one answer, and a line in the record (R32). */
async function absent(tx: Em, context: IdentityContext): Promise<ChangeFiling> {
  await recordRefusal(tx, context, { subjectType: 'IdApplication' });
  return refused(null, formProblem('NOT_FOUND', ['input', 'change', 'userId'], 'NOT_YOUR_STAFF'));
}

const hashOf = ({ filedBy, facility }: Staff, change: ChangeFields): string =>
  createHash('sha256')
    .update(JSON.stringify([filedBy, facility.id, change]))
    .digest('hex');

function replay(known: IdApplication, bodyHash: string): ChangeFiling {
  if (known.bodyHash !== bodyHash || known.details.kind !== 'CHANGE')
    return refused(null, formProblem('INVALID', ['input', 'idempotencyKey']));
  return { application: known, details: known.details, replayed: true, problems: [] };
}

interface Examining {
  /** Of the application. */
  id: string;
  staff: Staff;
  fields: ChangeFields;
}

async function examine(
  tx: Em,
  context: IdentityContext,
  { id, staff, fields }: Examining,
): Promise<{ details: ChangeDetails; problems: FormProblem[] }> {
  const { user, facility, places } = staff;
  const [now, read] = [context.now(), readChange(fields)];
  const day = tokyoDay(read.effectiveAt ?? now);
  const here = places.filter(({ facility_id }) => facility_id === facility.id);
  const target = fields.kind === 'TRANSFER' ? await findTarget(tx, facility.districtId, { ...fields, code: read.toInstitutionCode }) : null;
  const successors = await readSuccessors(tx, {
    userId: user.id,
    wanted: fields.successors ?? [],
    path: ['input', 'change', 'successors'],
  });
  const details: ChangeDetails = {
    kind: 'CHANGE',
    change: fields.kind,
    userId: user.id,
    personName: user.displayName,
    personNameKana: user.displayNameKana ?? null,
    facilityName: facility.name,
    titleBefore: here[0]?.title ?? null,
    ...read,
    effectiveAt: read.effectiveAt?.toISOString() ?? null,
    toFacilityId: target?.id ?? null,
    toFacilityName: target?.name ?? null,
    toInstitutionCode: target?.institutionCode ?? read.toInstitutionCode,
    successors: successors.successors,
  };
  const own = changeProblems(fields, read, now);
  const facts = factProblems(fields, {
    worksHere: here.some(({ since, until }) => since <= day && (until === null || until >= day)),
    workedHere: here.length > 0,
    isStopped: Boolean(user.deactivatedAt),
    isOnLeave: await isStoppedByLeave(tx, user.id, facility.id),
    isOfOtherDistrict: user.districtId !== facility.districtId,
    hasOpenChange: (await openChangeOf(tx, user.id, id)) !== null,
    targetId: target?.id ?? null,
    facilityId: facility.id,
  });
  // What is so at a minute can only be said of one that there is.
  const isMinuteWrong = own.some(({ field }) => field?.includes('effectiveAt'));
  const told = new Set(own.map(({ field }) => field?.join('.')));
  const others = isMinuteWrong ? [] : facts.filter(({ field }) => !told.has(field?.join('.')));
  return { details, problems: [...own, ...others, ...successors.problems] };
}

async function findTarget(tx: Em, districtId: string, { toFacilityId, code }: { toFacilityId?: string | null; code: string | null }) {
  if (!toFacilityId) return code ? findInDistrict(tx, districtId, code) : null;
  const found = isId(toFacilityId) ? await findFacility(tx, toFacilityId.toLowerCase()) : null;
  return found?.districtId === districtId ? found : null;
}

interface Filing {
  id: string;
  staff: Staff;
  details: ChangeDetails;
  bodyHash: string;
}

async function file(tx: Em, context: IdentityContext, { id, staff, details, bodyHash }: Filing): Promise<ChangeFiling> {
  const { facility, filedBy } = staff;
  const at = context.now();
  const day = tokyoDay(at);
  const receiptNumber = receiptNumberOf(day, await nextSequence(tx, `receipt:ID:${day.slice(0, 4)}`));
  const draft = { id, districtId: facility.districtId, form: 'FORM_2_2' as const, receiptNumber, facilityId: facility.id, details };
  const row: IdApplication = {
    ...draft,
    status: 'SUBMITTED',
    channel: 'PORTAL',
    institutionCode: facility.institutionCode,
    pledgeId: null,
    filedBy,
    bodyHash,
    // Nobody opens it by a code: who filed it signs in.
    inquiryHash: randomBytes(32).toString('hex'),
    comments: [],
    earlier: null,
    entries: [{ status: 'SUBMITTED', at: at.toISOString(), by: null, reason: null }],
    issued: [],
    submittedAt: at,
    expectedBy: await openTask(tx, draft, at),
    checkedBy: null,
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
    version: 1,
  };
  await insertApplication(tx, row);
  await tellChange(tx, row, details);
  await recordChange(tx, context, row, { action: 'CREATE' });
  return { application: row, details, replayed: false, problems: [] };
}

/** From now on its minute is known, here and to the rooms. */
async function tellChange(tx: Em, { id, districtId, facilityId }: IdApplication, details: ChangeDetails): Promise<void> {
  const before = await findChange(tx, id);
  const row: IdChange = {
    endedAt: null,
    affiliationId: null,
    affiliationUntil: null,
    hasStoppedId: false,
    ...before,
    applicationId: id,
    districtId,
    userId: details.userId,
    facilityId: facilityId as string,
    kind: details.change,
    effectiveAt: details.effectiveAt === null ? null : new Date(details.effectiveAt),
    doneAt: null,
  };
  await putChange(tx, row);
  await tellPlace(tx, { row, details }, 'ENDING');
}

export interface ChangeMove {
  id: string;
  expectedVersion: number;
}

/** Mended after a return: of the same person and kind, by an administrator of the same facility. */
export function resubmitChange(
  context: IdentityContext,
  { id, expectedVersion, change }: ChangeMove & { change: ChangeFields },
): Promise<ChangeFiling> {
  if (!isPerson(context.viewer)) throw codedError('UNAUTHENTICATED');
  return context.asService(async (tx) => {
    const row = isId(id) ? await lockApplication(tx, id) : null;
    const staff = row?.details.kind === 'CHANGE' ? await findStaff(tx, context, { ...change, facilityId: row.facilityId ?? null }) : null;
    if (!row || row.details.kind !== 'CHANGE' || !staff || row.details.userId !== staff.user.id || row.details.change !== change.kind) {
      await recordRefusal(tx, context, { subjectType: 'IdApplication' });
      return refused(null, formProblem('NOT_FOUND', ['id']));
    }
    if (row.version !== expectedVersion)
      return shown(tx, context, { ...refused(row.details, formProblem('STALE_VERSION', ['input', 'expectedVersion'])), application: row });
    const step = resubmit(progressOf(row));
    if (!step.ok) return shown(tx, context, { ...refused(row.details, ...step.problems), application: row });
    const known = await findChange(tx, row.id);
    // What its minute has taken already stays taken: a later one would give it back behind everybody's back.
    const fields = known?.endedAt ? { ...change, effectiveAt: row.details.effectiveAt } : change;
    const { details, problems } = await examine(tx, context, { id: row.id, staff, fields });
    const standing = known?.endedAt ? problems.filter(({ hint }) => hint !== 'NOT_HERE' && hint !== 'EFFECTIVE_TOO_EARLY') : problems;
    if (standing.length > 0) return shown(tx, context, { ...refused(details, ...standing), application: row });
    const at = context.now();
    const entry: ApplicationEntry = { status: step.next.status, at: at.toISOString(), by: null, reason: null };
    const filed: Partial<IdApplication> = {
      ...step.next,
      details,
      earlier: { details: row.details, comments: row.comments },
      comments: [],
      decisionReason: null,
      entries: [...row.entries, entry],
      expectedBy: await openTask(tx, { ...row, details }, at),
    };
    await updateApplication(tx, row, filed);
    await tellChange(tx, row, details);
    await recordChange(tx, context, row, { action: 'UPDATE' });
    return { application: { ...row, ...filed, version: row.version + 1 }, details, replayed: false, problems: [] };
  });
}

export interface ChangeWithdrawal {
  application: IdApplication | null;
  problems: FormProblem[];
}

/** By an administrator of the facility; a re-issue also by the person themselves, who knows whether they lost anything. */
export function withdrawChange(context: IdentityContext, { id, expectedVersion }: ChangeMove): Promise<ChangeWithdrawal> {
  const { viewer } = context;
  if (!isPerson(viewer)) throw codedError('UNAUTHENTICATED');
  return context.asService(async (tx): Promise<ChangeWithdrawal> => {
    const row = isId(id) ? await lockApplication(tx, id) : null;
    const details = row?.details.kind === 'CHANGE' ? row.details : null;
    const isOwn = details?.userId === viewer.userId && details.change === 'REISSUE';
    const staff = details && !isOwn ? await findStaff(tx, context, { userId: details.userId, facilityId: row?.facilityId ?? null }) : null;
    if (!row || !details || (!isOwn && !staff)) {
      await recordRefusal(tx, context, { subjectType: 'IdApplication' });
      return { application: null, problems: [formProblem('NOT_FOUND', ['id'])] };
    }
    const authority = isOwn ? 'SELF' : 'FACILITY_ADMIN';
    const unchanged = (problems: FormProblem[]): Promise<ChangeWithdrawal> => shown(tx, context, { application: row, problems }, authority);
    if (row.version !== expectedVersion) return unchanged([formProblem('STALE_VERSION', ['expectedVersion'])]);
    const step = withdraw(progressOf(row));
    if (!step.ok) return unchanged(step.problems);
    const at = context.now();
    const change = { ...step.next, entries: [...row.entries, { status: step.next.status, at: at.toISOString(), by: null, reason: null }] };
    await updateApplication(tx, row, change);
    await closeWork(tx, 'IdApplication', row.id, at);
    const filed = await filedOf(tx, row);
    if (filed) await callOff(tx, context, filed);
    await recordChange(tx, context, row, { action: 'UPDATE', authority });
    return { application: { ...row, ...change, version: row.version + 1 }, problems: [] };
  });
}
