/** A room that its steward has left without a successor is a task of the center, until somebody is steward there (R7). */
import type { BusEvent } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import type { Em } from '@heya/service-common/orm';
import { closeWork } from '../inbox/index.ts';
import { changeBehind, formerStewards, putSeat, stewardSeatsOf } from '../id-change/index.ts';
import { findApplication } from './id-application.repository.ts';
import { openTask } from './id-application.task.service.ts';

export const seatHandlers: Handlers = { 'room.membershipChanged': applySeat };

async function applySeat(tx: Em, event: BusEvent<'room.membershipChanged'>): Promise<void> {
  const { role, isSteward, status, userId, roomId } = event.payload;
  if (role !== 'CARE_TEAM') return;
  await putSeat(tx, event);
  const at = new Date(event.occurredAt);
  if (!isSteward) return;
  for (const leaver of status === 'LEFT' ? [userId] : await formerStewards(tx, roomId)) await lookAfter(tx, leaver, at);
}

async function lookAfter(tx: Em, userId: string, at: Date): Promise<void> {
  const applicationId = await changeBehind(tx, userId);
  const application = applicationId && (await findApplication(tx, applicationId));
  if (!application || application.status !== 'COMPLETED') return;
  const isVacant = (await stewardSeatsOf(tx, [userId])).some(({ is_vacant }) => is_vacant);
  if (isVacant) await openTask(tx, application, at, '部屋の世話役の後任（様式2-2）');
  else await closeWork(tx, 'IdApplication', application.id, at);
}
