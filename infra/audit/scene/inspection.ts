/** An officer looks into a room, with a reason (R18). */
import type { Session } from '../../local/api/graphql.mjs';
import { uuidv7 } from '../../local/api/uuid.mjs';
import { roomInspectionStart } from '../operations.ts';

export const reason = '利用の状況を確かめるため';

/** @returns the inspection's id */
export async function startInspection(officer: Session, roomId: string): Promise<string> {
  const input = { idempotencyKey: uuidv7(), roomId, reason };
  const { roomInspection } = await officer.change<{ roomInspection: { id: string } }>(roomInspectionStart, { input });
  return roomInspection.id;
}
