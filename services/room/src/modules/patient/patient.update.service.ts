/** Changing the basics (R20): each change is one row of history. */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import { isPerson, type PersonViewer } from '@heya/service-common/viewer';
import { outcomeOf, recordLooks, refusal, type RoomContext, type RoomProblem } from '../platform/index.ts';
import { accessPatient, forgetPatients, type PatientView } from './patient.access.ts';
import { patientClass, type PatientRefusal } from './patient.policy.ts';
import { normaliseProfile, type PatientProfileFields, profileProblems } from './patient.registration.policy.ts';
import { findRoomOf, insertHistory, raiseVersion, updateProfile } from './patient.repository.ts';

export interface UpdateFields {
  expectedVersion: number;
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

export async function updatePatient(context: RoomContext, id: string, fields: UpdateFields): Promise<Update> {
  const { viewer } = context;
  if (!isPerson(viewer) || !isId(id)) return refused(problem('NOT_FOUND', ['id']));
  const update = await context.write(async (tx): Promise<Update> => {
    const view = await accessPatient(tx, context, id);
    if (!view?.isReachable) return refused(problem('NOT_FOUND', ['id']));
    if (!view.updating.allowed) {
      await recordRefusal(tx, context, view.id, view.updating.reason);
      return refused(problem('FORBIDDEN', ['id']));
    }
    return change(tx, context, { view, fields, viewer });
  });
  forgetPatients(context);
  return update;
}

/** A change that was tried and refused (R32). */
const recordRefusal = (tx: Em, context: RoomContext, id: string, reason: PatientRefusal): Promise<void> =>
  recordLooks(tx, context, [refusal('Patient', id, { patientId: id, categories: [patientClass], outcome: outcomeOf(reason) })]);

interface Wish {
  view: PatientView;
  fields: UpdateFields;
  viewer: PersonViewer;
}

async function change(tx: Em, context: RoomContext, { view, fields, viewer }: Wish): Promise<Update> {
  const before = view.profile as PatientProfileFields;
  const wanted = merge(before, fields);
  const problems = profileProblems(wanted);
  if (problems.length > 0) return refused(...problems);
  const next = { patientId: view.id, version: fields.expectedVersion + 1, changedBy: viewer.userId, at: context.now() };
  if (!(await raiseVersion(tx, next))) return { patientId: view.id, problems: [problem('STALE_VERSION', ['input', 'expectedVersion'])] };
  const profile = normaliseProfile(wanted);
  await updateProfile(tx, view.id, profile);
  await insertHistory(tx, next, profile);
  const roomId = await findRoomOf(tx, view.id);
  await audit(tx, context, {
    authority: view.updating.allowed ? view.updating.authority : 'NONE',
    action: 'UPDATE',
    categories: [patientClass],
    subjectType: 'Patient',
    subjectId: view.id,
    patientId: view.id,
    roomId,
  });
  await emit(tx, 'room.patientUpdated', roomId ? `room-meta:${roomId}` : `patient:${view.id}`, {
    patientId: view.id,
    roomId,
    version: next.version,
  });
  return { patientId: view.id, problems: [] };
}

/** What is left out stays as it is; what is sent empty becomes empty. */
function merge(before: PatientProfileFields, { expectedVersion: _version, ...sent }: UpdateFields): PatientProfileFields {
  const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Partial<PatientProfileFields>;
  const merged = { ...before, ...given };
  return { ...merged, name: merged.name ?? '', nameKana: merged.nameKana ?? '', address: merged.address ?? '' };
}
