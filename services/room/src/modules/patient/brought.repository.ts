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
    `select b.block, i.system, i.value, e.key as entry_key, b.package_id, b.source_room_number, b.source_district_name, b.brought_by_name, b.brought_at
       from brought_entry b cross join lateral jsonb_to_recordset(b.entries) as e(key text, identifiers jsonb)
       cross join lateral jsonb_to_recordset(e.identifiers) as i(system text, value text)
      where b.patient_id = ? order by b.brought_at, b.block, i.system, i.value`,
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

export async function insertBrought(
  tx: Em,
  { patientId, userId, userName, at, origin }: Bringing,
  entries: readonly BroughtIn[],
): Promise<void> {
  const rows = [...Map.groupBy(entries, ({ block }) => block)].map(([block, group]) => ({
    block,
    category: group[0]?.category,
    entries: group.map(({ entryKey: key, identifiers }) => ({ key, identifiers })),
  }));
  await tx.execute(
    `insert into brought_entry (patient_id, block, import_id, category, entries, package_id, source_room_number, source_district_name,
       brought_by, brought_by_name, brought_at)
     select ?, e.block, ?, e.category, e.entries, ?, ?, ?, ?, ?, ? from jsonb_to_recordset(?::jsonb) as e(block text, category text, entries jsonb)`,
    [patientId, origin.importId, origin.packageId, origin.roomNumber, origin.districtName, userId, userName, at, JSON.stringify(rows)],
  );
}
