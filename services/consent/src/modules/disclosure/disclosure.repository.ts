import type { Em } from '@heya/service-common/orm';

/** @returns whose room it is, to its active members only */
export async function findRoomPatient(tx: Em, roomId: string): Promise<string | undefined> {
  const [row] = await tx.execute<{ patient_id: string }[]>('select patient_id from viewer_patients() where room_id = ?', [roomId]);
  return row?.patient_id;
}
