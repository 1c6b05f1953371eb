/** The access record (R32), written in the transaction of the access itself; ids and codes only. */
import type { AuditLine } from '@heya/schema/events';
import { newId } from './id.ts';
import type { Em } from './orm.ts';
import { planned } from './planned.ts';
import type { Viewer } from './viewer.ts';

export type AuditFacts = Pick<AuditLine, 'authority' | 'action' | 'categories' | 'subjectType' | 'subjectId'> &
  Partial<Pick<AuditLine, 'patientId' | 'roomId' | 'outcome' | 'districtId'>>;

/** Who did it, in which request. */
export interface AuditActor {
  viewer: Viewer;
  requestId: string;
}

/** The district of things that belong to none, e.g. a service's own work. */
export const noDistrict = '00000000-0000-0000-0000-000000000000';

/** Where what a refused look was aimed at belongs. */
export interface AuditPlace {
  roomId: string | null;
  patientId: string;
  districtId: string;
}

/**
 * For the record alone: the answer never reaches the viewer, and the statement is the same whether a thing exists or not.
 * @param ids of whatever the service's own function `record_place(uuid)` knows
 * @returns by id in lower case; nothing for what does not exist
 */
export async function findPlaces(tx: Em, ids: readonly string[]): Promise<Map<string, AuditPlace>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<(AuditPlace & { id: string })[]>(
    `select w.id, p.room_id as "roomId", p.patient_id as "patientId", p.district_id as "districtId"
       from unnest(?::uuid[]) as w(id) cross join lateral record_place(w.id) p`,
    [`{${ids.join(',')}}`],
  );
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** One line of one transaction. */
export const audit = (tx: Em, actor: AuditActor, facts: AuditFacts): Promise<void> => auditAll(tx, actor, [facts]);

/** Every line of a transaction in one statement, so that recording a page of looks costs one trip to the database. */
export const auditAll = (tx: Em, actor: AuditActor, facts: readonly AuditFacts[]): Promise<void> => insertLines(tx, toLines(actor, facts));

export async function insertLines(em: Em, lines: readonly AuditLine[]): Promise<void> {
  if (lines.length === 0) return;
  await planned(
    em,
    `insert into audit_entry (id, patient_id, line, at)
     select (line->>'id')::uuid, (line->>'patientId')::uuid, line, (line->>'at')::timestamptz from jsonb_array_elements(?::jsonb) as line`,
    [JSON.stringify(lines)],
  );
}

export function toLines({ viewer, requestId }: AuditActor, facts: readonly AuditFacts[]): AuditLine[] {
  const person = viewer.type === 'person' ? viewer : undefined;
  const at = new Date().toISOString();
  return facts.map((each) => ({
    id: newId(),
    at,
    actorId: person?.userId ?? null,
    actorType: viewer.type,
    sessionId: person?.sessionId ?? null,
    clientId: person?.clientId ?? null,
    outcome: 'ALLOWED',
    patientId: null,
    roomId: viewer.type === 'channel' ? viewer.roomId : null,
    requestId,
    device: person?.device ?? null,
    facilityId: person?.facilityId ?? null,
    ...each,
    districtId: each.districtId ?? person?.districtId ?? noDistrict,
  }));
}
