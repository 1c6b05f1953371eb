/** Late asks in the database, for the service itself, which reads ids and no word of them. */
import type { Em } from '@heya/service-common/orm';
import type { Audience } from '../access/index.ts';
import type { Pace } from './ask-escalation.policy.ts';

export interface LateAsk {
  postId: string;
  roomId: string;
  patientId: string;
  audience: Audience;
  /** Due by now and not told yet, lowest first; never none. */
  steps: number[];
}

export const findLate = (tx: Em, now: Date, pace: readonly Pace[], most: number): Promise<LateAsk[]> =>
  tx.execute<LateAsk[]>(
    `select post_id as "postId", room_id as "roomId", patient_id as "patientId", audience, to_json(steps) as steps from asks_late(?::timestamptz, ?::jsonb, ?)`,
    [now, JSON.stringify(pace), most],
  );

/** @returns whether any of them is new */
export async function insertEscalations(tx: Em, { postId, roomId, patientId, audience, steps }: LateAsk, now: Date): Promise<boolean> {
  const rows = await tx.execute<unknown[]>(
    `insert into post_ask_escalation (post_id, step, room_id, patient_id, audience, at)
     select ?, s.step, ?, ?, ?, ? from unnest(?::int[]) s(step) on conflict do nothing returning step`,
    [postId, roomId, patientId, audience, now, `{${steps.join(',')}}`],
  );
  return rows.length > 0;
}
