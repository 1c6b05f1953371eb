/** What becomes of memberships when a place of work ends (form 2-2, R7). */
import type { BusEvent } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import { emitMembership } from './membership.events.ts';
import { dropEnding, endThrough, keepToEndings, passSeatOn, putEnding } from './place-ending.repository.ts';

export async function applyPlaceEnding(tx: Em, event: BusEvent<'identity.placeEnding'>): Promise<void> {
  const { payload, occurredAt } = event;
  if (payload.state === 'ENDED') return endForGood(tx, event);
  if (payload.state === 'CALLED_OFF') await dropEnding(tx, payload.applicationId);
  // What was written before it was told stays written by a member: nobody leaves before that.
  else await putEnding(tx, payload, new Date(Math.max(Date.parse(payload.endsAt), Date.parse(occurredAt))));
  for (const row of await keepToEndings(tx, payload.userId)) await emitMembership(tx, row, 'ENDING');
}

/** The successor is told before the leaver goes, so that nobody who listens sees a room without steward that has one. */
async function endForGood(tx: Em, { payload, occurredAt }: BusEvent<'identity.placeEnding'>): Promise<void> {
  const left = await endThrough(tx, payload, new Date(occurredAt));
  await dropEnding(tx, payload.applicationId);
  for (const { membershipId, userId } of payload.successors) {
    const steward = await passSeatOn(tx, { membershipId, leaverId: payload.userId, userId });
    if (steward) await emitMembership(tx, steward, 'STEWARD');
  }
  for (const row of left) await emitMembership(tx, row, 'LEFT');
  // What was to end with it and did not, as when another place of work came meanwhile.
  for (const row of await keepToEndings(tx, payload.userId)) await emitMembership(tx, row, 'ENDING');
}
