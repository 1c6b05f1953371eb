/** The access record (R32), written in the transaction of the access itself; ids and codes only. */
import type { AuditLine } from '@heya/schema/events';
import { newId } from './id.ts';
import type { Em } from './orm.ts';
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

export async function audit(tx: Em, { viewer, requestId }: AuditActor, facts: AuditFacts): Promise<void> {
  const person = viewer.type === 'person' ? viewer : undefined;
  const line: AuditLine = {
    id: newId(),
    at: new Date().toISOString(),
    actorId: person?.userId ?? null,
    actorType: viewer.type,
    sessionId: person?.sessionId ?? null,
    clientId: person?.clientId ?? null,
    outcome: 'ALLOWED',
    patientId: null,
    roomId: viewer.type === 'channel' ? viewer.roomId : null,
    requestId,
    device: person?.device ?? null,
    ...facts,
    districtId: facts.districtId ?? person?.districtId ?? noDistrict,
  };
  await tx.execute('insert into audit_entry (id, patient_id, line, at) values (?, ?, ?::jsonb, ?)', [
    line.id,
    line.patientId,
    JSON.stringify(line),
    line.at,
  ]);
}
