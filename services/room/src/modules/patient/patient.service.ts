/** What is done with patients before there is a room. */
import { audit } from '@heya/service-common/audit';
import { problem } from '@heya/service-common/errors';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';
import type { PersonViewer } from '@heya/service-common/viewer';
import { bodyHash, dayInJapan, refusal, type RoomContext, type RoomProblem } from '../platform/index.ts';
import { forgetPatients } from './patient.access.ts';
import { canRegister, patientClass } from './patient.policy.ts';
import {
  normaliseProfile,
  type PatientProfileFields,
  type RegistrationInput,
  registrationProblems,
} from './patient.registration.policy.ts';
import { insertHistory, insertPatient, insertProfile, selectAlike, selectInPreparation, selectPatients } from './patient.repository.ts';

export interface Registration {
  patientId?: string;
  alike: string[];
  replayed: boolean;
  problems: RoomProblem[];
}

/**
 * Registers a patient (R20). The same key with the same body is the same patient (api.md 8). Who is like a patient of the registrar's own
 * is not made before the registrar says that it is another; of other people's patients only the center is told (decision 0032).
 */
export async function registerPatient(context: RoomContext, given: RegistrationInput): Promise<Registration> {
  const { viewer } = context;
  if (!canRegister(viewer)) {
    await context.write((tx) => audit(tx, context, refusal('Patient', null, { categories: [patientClass] })));
    return refused(problem('FORBIDDEN'));
  }
  const problems = registrationProblems(given, dayInJapan(context.now()));
  if (problems.length > 0) return refused(...problems);
  const profile = normaliseProfile(given);
  const registration = await context.write((tx) =>
    storeOnce(tx, context, { viewer, id: given.idempotencyKey, isAnother: given.isAnother ?? false, profile }),
  );
  forgetPatients(context);
  if (registration.patientId) await context.settle();
  return registration;
}

/** A key that came before is answered as it was, whatever has been registered since. */
const isTaken = async (tx: Em, id: string): Promise<boolean> => (await selectPatients(tx, [id])).length > 0;

interface NewRegistration {
  viewer: PersonViewer;
  /** The registrar has looked at those who are alike, and means somebody else. */
  isAnother: boolean;
  id: string;
  profile: PatientProfileFields;
}

async function storeOnce(tx: Em, context: RoomContext, registration: NewRegistration): Promise<Registration> {
  const { viewer, id, profile } = registration;
  const hash = bodyHash(profile);
  const alike = await selectAlike(tx, profile, id);
  if (alike.length > 0 && !registration.isAnother && !(await isTaken(tx, id)))
    return { alike, replayed: false, problems: [problem('ALREADY_EXISTS', ['input', 'nameKana'])] };
  if (!(await store(tx, context, registration, hash))) {
    const [existing] = await selectPatients(tx, [id]);
    const isSame = existing?.registered_by === viewer.userId && existing.body_hash === hash;
    if (!isSame) return refused(problem('INVALID', ['input', 'idempotencyKey']));
    return { patientId: id, alike, replayed: true, problems: [] };
  }
  return { patientId: id, alike, replayed: false, problems: [] };
}

async function store(tx: Em, context: RoomContext, { viewer, id, profile }: NewRegistration, hash: string): Promise<boolean> {
  const at = context.now();
  if (!(await insertPatient(tx, { id, districtId: viewer.districtId, registeredBy: viewer.userId, bodyHash: hash, at }))) return false;
  await insertProfile(tx, id, profile);
  await insertHistory(tx, { patientId: id, version: 1, changedBy: viewer.userId, changedByName: viewer.labels.name, at }, profile);
  await audit(tx, context, {
    authority: 'REGISTRAR',
    action: 'CREATE',
    categories: [patientClass],
    subjectType: 'Patient',
    subjectId: id,
    patientId: id,
  });
  await emit(tx, 'room.patientRegistered', `patient:${id}`, { patientId: id, districtId: viewer.districtId, registeredBy: viewer.userId });
  return true;
}

const refused = (...problems: RoomProblem[]): Registration => ({ alike: [], replayed: false, problems });

/** How many patients one person may be preparing at a time, on one screen. */
const preparationLimit = 100;

/** @returns ids of own patients for whom no room has been opened yet */
export async function listInPreparation(context: RoomContext): Promise<string[]> {
  return context.read((tx) => selectInPreparation(tx, preparationLimit));
}
