/** The one way to a patient: what this viewer may know, decided and recorded in the transaction that reads it (R10, R32). */
import type { AuditActor, AuditFacts } from '@heya/service-common/audit';
import type { InformationCategory } from '@heya/schema/events';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import DataLoader from 'dataloader';
import { outcomeOf, recordLooks, refusal, type RoomContext } from '../platform/index.ts';
import { can, fieldsOf, patientClass, type PatientDecision, type PatientRelation } from './patient.policy.ts';
import type { PatientProfileFields } from './patient.registration.policy.ts';
import { type PatientRow, selectPatients } from './patient.repository.ts';

export interface PatientView {
  id: string;
  districtId: string;
  relation: PatientRelation;
  /** What the viewer may read of the patient now (R10). */
  classes: readonly InformationCategory[];
  version: number;
  updatedAt: Date;
  /** As far as the viewer may see it; empty when no class is open. */
  profile: Partial<PatientProfileFields>;
  bodyHash: string;
  /** Whether the viewer may reach the patient by reference, and change the basics now. */
  isReachable: boolean;
  /** How far the consent's stream has come in what is known here of the consent. */
  consentSeq: number;
  updating: PatientDecision;
}

/** @returns a view per id, in order; absent and forbidden are both null */
export async function accessPatients(tx: Em, actor: AuditActor, ids: readonly string[]): Promise<(PatientView | null)[]> {
  const rows = new Map((await selectPatients(tx, ids.filter(isId))).map((row) => [row.id, row]));
  await recordLooks(
    tx,
    actor,
    ids.filter(isId).map((id) => lineOf(actor.viewer, id, rows.get(id))),
  );
  return ids.map((id) => toView(actor.viewer, rows.get(id)));
}

function lineOf(viewer: Viewer, id: string, row: PatientRow | undefined): AuditFacts {
  const [seeing, reading] = [can(viewer, 'SEE', row), can(viewer, 'READ', row)];
  const about = { patientId: id, categories: [patientClass] } satisfies Partial<AuditFacts>;
  if (reading.allowed) return { ...about, subjectType: 'Patient', subjectId: id, authority: reading.authority, action: 'VIEW' };
  if (!seeing.allowed) return refusal('Patient', id, { patientId: id });
  return refusal('Patient', id, { ...about, authority: seeing.authority, outcome: outcomeOf(reading.reason) });
}

function toView(viewer: Viewer, row: PatientRow | undefined): PatientView | null {
  const seeing = can(viewer, 'SEE', row);
  if (!row || !seeing.allowed) return null;
  const reading = can(viewer, 'READ', row);
  return {
    id: row.id,
    districtId: row.district_id,
    relation: seeing.authority,
    classes: reading.allowed ? [patientClass] : [],
    version: row.version,
    updatedAt: new Date(row.updated_at),
    profile: !reading.allowed ? {} : fieldsOf(reading.authority) === 'IDENTIFYING' ? identifying(row) : all(row),
    bodyHash: row.body_hash,
    isReachable: can(viewer, 'REACH', row).allowed,
    consentSeq: row.consent_seq,
    updating: can(viewer, 'UPDATE', row),
  };
}

function identifying(row: PatientRow): Partial<PatientProfileFields> {
  if (row.name === null || row.name_kana === null || row.birth_date === null) return {};
  return { name: row.name, nameKana: row.name_kana, birthDate: row.birth_date };
}

function all(row: PatientRow): Partial<PatientProfileFields> {
  if (row.sex === null || row.address === null) return {};
  return { ...identifying(row), sex: row.sex, postalCode: row.postal_code, address: row.address, phone: row.phone };
}

const loaders = new WeakMap<RoomContext, DataLoader<string, PatientView | null>>();

/** One statement for all patients an operation asks about. */
export function loadPatient(context: RoomContext, id: string): Promise<PatientView | null> {
  const known = loaders.get(context);
  const loader = known ?? new DataLoader<string, PatientView | null>((ids) => context.read((tx) => accessPatients(tx, context, ids)));
  if (!known) loaders.set(context, loader);
  return loader.load(id);
}

/** A change was made: what was read before it is no longer true. */
export const forgetPatients = (context: RoomContext): boolean => loaders.delete(context);

/** One patient, for a use case that is already in its transaction. */
export async function accessPatient(tx: Em, actor: AuditActor, id: string): Promise<PatientView | null> {
  const [view] = await accessPatients(tx, actor, [id]);
  return view ?? null;
}
