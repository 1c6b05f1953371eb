/** What is told of a consent: the whole grant each time; ids and codes only (R34). */
import type { EventPayloads } from '@heya/schema/events';
import { emit } from '@heya/service-common/outbox';
import type { Em } from '@heya/service-common/orm';

export async function emitConsent(tx: Em, change: EventPayloads['consent.changed']): Promise<void> {
  await emit(tx, 'consent.changed', `consent:${change.patientId}`, change);
}
