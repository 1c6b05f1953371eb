/** What form 4-2 does to memberships: out by the clock, the steward's seat passed on, and both written down once they have come to pass (R14). */
import type { Em } from '@heya/service-common/orm';
import { emitMembership, type Told } from './membership.events.ts';
import { toldColumns } from './membership.repository.ts';

const rowsOf = (tx: Em, call: string, subject: string | null): Promise<Told[]> =>
  tx.execute<Told[]>(`select ${toldColumns} from ${call}(?::uuid) m`, [subject]);

/** Those whom a form that was just filed takes out: until when they are in is told at once, and streams keep to it. */
export async function beginRemovals(tx: Em, applicationId: string): Promise<void> {
  for (const row of await rowsOf(tx, 'begin_removals', applicationId)) await emitMembership(tx, row, 'ENDING');
}

/** Of a form that comes to nothing: whoever has not gone yet stays. */
export async function callOffRemovals(tx: Em, applicationId: string): Promise<void> {
  for (const row of await rowsOf(tx, 'call_off_removals', applicationId)) await emitMembership(tx, row, 'ENDING');
}

/** A steward who stays hands the seat on, at the minute of the form. */
export async function passSeat(tx: Em, applicationId: string): Promise<void> {
  await tx.execute('select pass_seat(?::uuid)', [applicationId]);
}

/** Somebody who has just joined takes the seat for which they were invited; whoever had it until now has it no more. @returns whether */
export async function takeSeat(tx: Em, membershipId: string): Promise<boolean> {
  const rows = await rowsOf(tx, 'take_seat', membershipId);
  for (const row of rows) await emitMembership(tx, row, 'STEWARD');
  return rows.length > 0;
}

/**
 * Writes down what the clock has done by now. The new steward is told before whoever leaves, so that nobody who listens sees a room without.
 * @param roomId null: of all rooms
 * @returns how many memberships changed
 */
export async function settleMemberships(tx: Em, roomId: string | null): Promise<number> {
  const rows = await rowsOf(tx, 'settle_memberships', roomId);
  for (const row of rows) await emitMembership(tx, row, row.status === 'LEFT' ? 'LEFT' : 'STEWARD');
  return rows.length;
}
