/** The one way to a patient: what this viewer may know, decided and recorded in the transaction that reads it (R10, R32). */
import { audit, type AuditActor } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import type { RoomContext } from '../platform/index.ts';
import { decidePatientAccess, type PatientAccess, type PatientRelation } from './patient.policy.ts';
import type { PatientProfileFields } from './patient.registration.policy.ts';
import { type PatientRow, selectPatients } from './patient.repository.ts';

export interface PatientView {
  id: string;
  districtId: string;
  relation: PatientRelation;
  version: number;
  updatedAt: Date;
  /** As far as the viewer may see it; empty when no class is open. */
  profile: Partial<PatientProfileFields>;
  bodyHash: string;
  /** Whether the viewer may change the basics now. */
  isEditable: boolean;
}

/** @returns a view per id, in order; absent and forbidden are both null */
export async function accessPatients(tx: Em, actor: AuditActor, ids: readonly string[]): Promise<(PatientView | null)[]> {
  const rows = new Map((await selectPatients(tx, ids.filter(isId))).map((row) => [row.id, row]));
  const views: (PatientView | null)[] = [];
  for (const id of ids) {
    const row = rows.get(id);
    const access = decidePatientAccess(row);
    await recordAccess(tx, actor, id, access);
    views.push(row && access.allowed ? toView(row, access.fields) : null);
  }
  return views;
}

async function recordAccess(tx: Em, actor: AuditActor, id: string, access: PatientAccess): Promise<void> {
  if (!isId(id)) return;
  const about = { subjectType: 'Patient', subjectId: id, patientId: id } as const;
  if (access.allowed) {
    const { authority, categories, outcome } = access;
    await audit(tx, actor, { ...about, authority, categories, outcome, action: outcome === 'ALLOWED' ? 'VIEW' : 'DENIED' });
  } else await audit(tx, actor, { ...about, authority: 'NONE', categories: [], action: 'DENIED', outcome: 'DENIED_ROLE' });
}

function toView(row: PatientRow, fields: 'ALL' | 'IDENTIFYING' | 'NONE'): PatientView {
  return {
    id: row.id,
    districtId: row.district_id,
    relation: row.relation as PatientRelation,
    version: row.version,
    updatedAt: new Date(row.updated_at),
    profile: fields === 'NONE' ? {} : fields === 'IDENTIFYING' ? identifying(row) : all(row),
    bodyHash: row.body_hash,
    isEditable: row.editable,
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
  const loader =
    known ??
    new DataLoader<string, PatientView | null>(async (ids) => {
      await context.requireFresh();
      return context.read((tx) => accessPatients(tx, context, ids));
    });
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
