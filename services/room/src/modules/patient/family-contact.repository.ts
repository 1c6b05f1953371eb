/** Contacts of the family in PostgreSQL, under the viewer's row-level security. */
import type { Em } from '@heya/service-common/orm';
import type { FamilyContactFields } from './profile.block.ts';

export interface ContactPlace {
  id: string;
  patient_id: string;
  version: number;
  body_hash: string;
  created_by: string;
  removed: boolean;
}

/** Where contacts belong, removed ones too; those of patients whose contacts the viewer may not see are absent. */
export function selectContactPlaces(tx: Em, ids: readonly string[]): Promise<ContactPlace[]> {
  return tx.execute<ContactPlace[]>(
    'select id, patient_id, version, body_hash, created_by, removed_at is not null as removed from family_contact where id = any(?::uuid[])',
    [`{${ids.join(',')}}`],
  );
}

interface NewContact {
  id: string;
  patientId: string;
  bodyHash: string;
  createdBy: string;
  at: Date;
}

const phonesOf = ({ phones }: FamilyContactFields): string => `{${phones.join(',')}}`;

/** @returns false when the id is taken, whoever by */
export async function insertContact(
  tx: Em,
  { id, patientId, bodyHash, createdBy, at }: NewContact,
  contact: FamilyContactFields,
): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into family_contact (id, patient_id, name, relationship, phones, fax, is_key_person, emergency_order, lives_together, body_hash, version, created_by, created_at)
     values (?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, 1, ?, ?) on conflict do nothing`,
    [
      id,
      patientId,
      contact.name,
      contact.relationship,
      phonesOf(contact),
      contact.fax,
      contact.isKeyPerson,
      contact.emergencyOrder,
      contact.livesTogether,
      bodyHash,
      createdBy,
      at,
    ],
    'run',
  );
  return affectedRows === 1;
}

/** @returns false when somebody else has changed or removed it since */
export async function updateContact(
  tx: Em,
  { id, version }: { id: string; version: number },
  contact: FamilyContactFields,
): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `update family_contact set name = ?, relationship = ?, phones = ?::text[], fax = ?, is_key_person = ?, emergency_order = ?, lives_together = ?, version = version + 1
      where id = ? and version = ? and removed_at is null`,
    [
      contact.name,
      contact.relationship,
      phonesOf(contact),
      contact.fax,
      contact.isKeyPerson,
      contact.emergencyOrder,
      contact.livesTogether,
      id,
      version,
    ],
    'run',
  );
  return affectedRows === 1;
}

/** @returns false when somebody else has changed or removed it since */
export async function markContactRemoved(tx: Em, { id, version, at }: { id: string; version: number; at: Date }): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    'update family_contact set removed_at = ?, version = version + 1 where id = ? and version = ? and removed_at is null',
    [at, id, version],
    'run',
  );
  return affectedRows === 1;
}
