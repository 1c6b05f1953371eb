/** Whether what waits is told now, by whatever channel: rights, wishes and quiet hours are asked at the moment of sending (R28). */
import { inViewer, type Orm } from '@heya/service-common/orm';
import type { PersonViewer, Viewer } from '@heya/service-common/viewer';
import { channelsOf, type NotificationKind } from '../notification/index.ts';
import { type DeliveryRow, findStanding, type Settled } from './push.delivery.repository.ts';
import { nextStep, type Step } from './push.policy.ts';

export interface Weighed {
  /** As its reader may be told of it now. */
  kind: NotificationKind;
  isOpen: boolean;
  next: Step;
}

export async function weigh(orm: Orm, row: DeliveryRow, now: Date): Promise<Weighed> {
  const { belongs, isOpen } = await inViewer(orm.em, readerOf(row.userId), (tx) => findStanding(tx, row));
  const isTheirs = (!row.needsMembership || belongs) && !row.isRetracted;
  // That a value was beyond its alert is itself of health: without the consent it was a post (R10).
  const kind = row.kind === 'VITALS_OUT_OF_RANGE' && !isOpen ? 'POST' : row.kind;
  const { push, email } = channelsOf(row.channels, row.kind, row.importance);
  const isWanted = row.channel === 'PUSH' ? push : email;
  return { kind, isOpen, next: nextStep({ ...row, isTheirs, isWanted, createdAt: new Date(row.createdAt) }, now) };
}

/** @returns how it is put down when it is not told now; undefined when it is. What was only held back counts as no attempt. */
export function unsent({ attempts, reached }: DeliveryRow, next: Step): Settled | undefined {
  if (next.step === 'SEND') return undefined;
  const kept = { reason: null, attempts, reached, dueAt: new Date() };
  if (next.step === 'SKIP') return { ...kept, state: 'SKIPPED', reason: next.reason };
  return { ...kept, state: 'QUEUED', attempts: attempts - 1, dueAt: next.until };
}

/** Who takes up what is due. */
export const deliverer: Viewer = { type: 'service', name: 'timeline' };

const nobody = '00000000-0000-0000-0000-000000000000';
/** With the rights of a member, by their id alone: no office of theirs adds to them here. */
export const readerOf = (userId: string): PersonViewer => ({
  type: 'person',
  userId,
  districtId: nobody,
  kind: 'SYSTEM',
  sessionId: nobody,
  clientId: 'push',
  labels: { name: '' },
});
