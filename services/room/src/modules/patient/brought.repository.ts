/** Identifiers of what was brought along, in PostgreSQL under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';
import type { BroughtBlock, BroughtIdentifier } from './brought.policy.ts';
import type { ProfileCategory } from './profile.block.ts';

/** Where something came from. */
export interface BroughtOrigin {
  importId: string;
  packageId: string;
  roomNumber: string;
  districtName: string | null;
}

export interface BroughtRow {
  block: BroughtBlock | 'BASICS';
  system: string;
  value: string;
  entry_key: string;
  package_id: string;
  source_room_number: string;
  source_district_name: string | null;
  brought_by_name: string;
  brought_at: Date | string;
}

/** Those of classes that are open to the viewer. */
export const selectBrought = (tx: Em, patientId: string): Promise<BroughtRow[]> =>
  tx.execute<BroughtRow[]>(
    `select block, system, value, entry_key, package_id, source_room_number, source_district_name, brought_by_name, brought_at
       from brought_entry where patient_id = ? order by brought_at, block, system, value`,
    [patientId],
  );

export interface BroughtIn {
  block: BroughtBlock | 'BASICS';
  category: ProfileCategory;
  entryKey: string;
  identifiers: readonly BroughtIdentifier[];
}

interface Bringing {
  patientId: string;
  userId: string;
  userName: string;
  at: Date;
  origin: BroughtOrigin;
}

/** What is known already stays as it came first. */
export async function insertBrought(
  tx: Em,
  { patientId, userId, userName, at, origin }: Bringing,
  entries: readonly BroughtIn[],
): Promise<void> {
  const rows = entries.flatMap(({ identifiers, ...entry }) => identifiers.map((identifier) => ({ ...entry, ...identifier })));
  if (rows.length === 0) return;
  await tx.execute(
    `insert into brought_entry (patient_id, block, system, value, category, entry_key, import_id, package_id, source_room_number, source_district_name,
       brought_by, brought_by_name, brought_at)
     select ?, e.block, e.system, e.value, e.category, e."entryKey", ?, ?, ?, ?, ?, ?, ?
       from jsonb_to_recordset(?::jsonb) as e(block text, system text, value text, category text, "entryKey" text)
     on conflict do nothing`,
    [patientId, origin.importId, origin.packageId, origin.roomNumber, origin.districtName, userId, userName, at, JSON.stringify(rows)],
  );
}
