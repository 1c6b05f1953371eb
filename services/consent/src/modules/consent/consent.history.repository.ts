/** Who did what with a consent, in order: added to, never changed. */
import type { Em } from '@heya/service-common/orm';
import type { ConsentChannel, ConsentEventKind } from './consent.entity.ts';

export interface EventRow {
  id: string;
  consent_id: string;
  at: Date | string;
  actor_id: string | null;
  actor_name: string;
  kind: ConsentEventKind;
  note: string | null;
  consent_version: number;
  body_hash: string | null;
  channel: ConsentChannel | null;
  received_at: Date | string | null;
}

export function selectHistory(tx: Em, consentIds: readonly string[]): Promise<EventRow[]> {
  return tx.execute('select * from consent_event where consent_id = any(?::uuid[]) order by consent_id, place', [
    `{${consentIds.join(',')}}`,
  ]);
}

export async function findEvent(tx: Em, id: string): Promise<EventRow | undefined> {
  const [row] = await tx.execute<EventRow[]>('select * from consent_event where id = ?', [id]);
  return row;
}

export interface NewEvent {
  id: string;
  at: Date;
  actorId: string | null;
  actorName: string;
  kind: ConsentEventKind;
  note: string | null;
  consentVersion: number;
  bodyHash?: string;
  channel?: ConsentChannel;
  receivedAt?: Date;
}

/** @returns false when the id is taken, whoever by */
export async function insertEvent(tx: Em, of: { consentId: string; patientId: string }, e: NewEvent): Promise<boolean> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `insert into consent_event (id, consent_id, patient_id, place, at, actor_id, actor_name, kind, note, consent_version, body_hash, channel, received_at)
     select ?, ?, ?, count(*) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ? from consent_event where consent_id = ? on conflict (id) do nothing`,
    [
      ...[e.id, of.consentId, of.patientId, e.at, e.actorId, e.actorName, e.kind, e.note, e.consentVersion, e.bodyHash ?? null],
      ...[e.channel ?? null, e.receivedAt ?? null, of.consentId],
    ],
    'run',
  );
  return affectedRows === 1;
}
