/** Changing a patient (R20): the basics and the blocks of the profile, each change one row of history. */
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem } from '../platform/index.ts';
import { accessPatient, forgetPatients } from './patient.access.ts';
import { patientClass, type PatientRefusal } from './patient.policy.ts';
import { normaliseProfile, type PatientProfileFields, profileProblems } from './patient.registration.policy.ts';
import { insertHistory, raiseVersion, updateProfile } from './patient.repository.ts';
import { forgetClasses } from './profile.access.ts';
import { type BlocksSent, planBlocks, sentBlocks, StaleBlock, tellChange } from './profile.update.service.ts';

export interface UpdateFields extends BlocksSent {
  /** Of the basics; they alone are changed by it. */
  expectedVersion?: number | null;
  name?: string | null;
  nameKana?: string | null;
  postalCode?: string | null;
  address?: string | null;
  phone?: string | null;
}

export interface Update {
  patientId?: string;
  problems: RoomProblem[];
}

const refused = (...problems: RoomProblem[]): Update => ({ problems });
const stale = (patientId: string, field: string): Update => ({ patientId, problems: [problem('STALE_VERSION', ['input', field])] });

/** Changes what was sent, the basics and blocks alike, whole or not at all. After STALE_VERSION the answer shows what stands there now. */
export async function updatePatient(context: RoomContext, id: string, fields: UpdateFields): Promise<Update> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(id)) return refused(problem('NOT_FOUND', ['id']));
  const patientId = id.toLowerCase();
  const update = await context
    .write((tx) => changeAll(tx, context, { patientId, fields, viewer }))
    .catch((error: unknown) => {
      if (error instanceof StaleBlock) return stale(patientId, 'blockVersions');
      throw error;
    });
  forgetPatients(context);
  forgetClasses(context);
  return update;
}

interface Wish {
  patientId: string;
  fields: UpdateFields;
  viewer: PersonViewer;
}

/** Every part is looked at before any is written. */
async function changeAll(tx: Em, context: RoomContext, wish: Wish): Promise<Update> {
  const { patientId, fields, viewer } = wish;
  const basics = changesBasics(fields) ? await planBasics(tx, context, wish) : undefined;
  if (basics?.problems.length) return refused(...basics.problems);
  const blocks = await planBlocks(tx, context, { patientId, viewer, sent: fields });
  if (blocks.problems.length > 0) return refused(...blocks.problems);
  if (basics && !(await changeBasics(tx, context, wish, basics))) return stale(patientId, 'expectedVersion');
  await blocks.apply();
  return { patientId, problems: [] };
}

const changesBasics = (fields: UpdateFields): boolean =>
  sentBlocks(fields).length === 0 ||
  (['name', 'nameKana', 'postalCode', 'address', 'phone'] as const).some((key) => fields[key] !== undefined);

interface BasicsPlan {
  problems: RoomProblem[];
  authority: string;
  wanted: PatientProfileFields;
}

async function planBasics(tx: Em, context: RoomContext, { patientId, fields }: Wish): Promise<BasicsPlan> {
  const view = await accessPatient(tx, context, patientId);
  const plan = (wanted: Partial<PatientProfileFields>, authority: string, ...problems: RoomProblem[]): BasicsPlan => ({
    wanted: wanted as PatientProfileFields,
    authority,
    problems,
  });
  if (!view?.isReachable) return plan({}, 'NONE', problem('NOT_FOUND', ['id']));
  if (!view.updating.allowed) {
    await recordRefusal(tx, context, view.id, view.updating.reason);
    return plan({}, 'NONE', problem('FORBIDDEN', ['id']));
  }
  const wanted = merge(view.profile as PatientProfileFields, fields);
  const missing = fields.expectedVersion === null || fields.expectedVersion === undefined;
  return plan(
    wanted,
    view.updating.authority,
    ...(missing ? [problem('BLANK' as const, ['input', 'expectedVersion'])] : []),
    ...profileProblems(wanted),
  );
}

/** A change that was tried and refused (R32). */
const recordRefusal = (tx: Em, context: RoomContext, id: string, reason: PatientRefusal): Promise<void> =>
  recordLooks(tx, context, [refusal('Patient', id, { patientId: id, categories: [patientClass], outcome: outcomeOf(reason) })]);

/** @returns false when somebody else has changed them since */
async function changeBasics(
  tx: Em,
  context: RoomContext,
  { patientId, fields, viewer }: Wish,
  { wanted, authority }: BasicsPlan,
): Promise<boolean> {
  const version = (fields.expectedVersion ?? 0) + 1;
  const next = { patientId, version, changedBy: viewer.userId, changedByName: viewer.labels.name, at: context.now() };
  if (!(await raiseVersion(tx, next))) return false;
  const profile = normaliseProfile(wanted);
  await updateProfile(tx, patientId, profile);
  await insertHistory(tx, next, profile);
  await tellChange(tx, context, { change: { patientId, category: patientClass, version }, authority });
  return true;
}

/** What is left out stays as it is; what is sent empty becomes empty. */
function merge(before: PatientProfileFields, sent: UpdateFields): PatientProfileFields {
  return {
    ...before,
    name: sent.name === undefined ? before.name : (sent.name ?? ''),
    nameKana: sent.nameKana === undefined ? before.nameKana : (sent.nameKana ?? ''),
    postalCode: sent.postalCode === undefined ? before.postalCode : sent.postalCode,
    address: sent.address === undefined ? before.address : (sent.address ?? ''),
    phone: sent.phone === undefined ? before.phone : sent.phone,
  };
}
