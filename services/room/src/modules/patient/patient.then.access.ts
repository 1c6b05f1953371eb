/**
 * What stood in the profile at a time, as far as the viewer may read it today (R10): for forms, which are printed as they were carried out.
 * Recorded by whoever prints it, with the classes that this answers.
 */
import type { Em } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import { can, fieldsOf } from './patient.policy.ts';
import type { PatientProfileFields } from './patient.registration.policy.ts';
import { blockCategories, type FamilyContactFields, type Hospitals, type ProfileBlock, type ProfileCategory } from './profile.block.ts';
import { selectThen, type ThenRow } from './patient.then.repository.ts';

/** A block that the viewer may not read is absent; one in which nothing stood is null. */
export interface PatientThen {
  /** Of everything here that is there to be read, written in it or not. */
  classes: ProfileCategory[];
  BASICS?: Partial<PatientProfileFields> | null;
  FAMILY_CONTACTS?: FamilyContactFields[] | null;
  HOSPITALS?: Hospitals | null;
  DISASTER?: { note: string | null } | null;
}
export type ThenBlock = Exclude<keyof PatientThen, 'classes'>;

export interface ThenQuestion {
  patientId: string;
  at: Date;
  blocks: readonly ThenBlock[];
}

export async function accessThen(tx: Em, viewer: Viewer, question: ThenQuestion): Promise<PatientThen> {
  const rows = (await selectThen(tx, question)).filter((row) => isReadable(viewer, row));
  return {
    classes: [...new Set(rows.map(({ block }) => blockCategories[block]))],
    ...(Object.fromEntries(rows.map(({ block, content }) => [block, content])) as Partial<Record<ProfileBlock, never>>),
  };
}

/** Whoever reviews an application reads who it is about, and none of the rest (R13). */
function isReadable(viewer: Viewer, row: ThenRow): boolean {
  const reading = can(viewer, 'READ', row);
  return reading.allowed && (row.block === 'BASICS' || fieldsOf(reading.authority) === 'ALL');
}
