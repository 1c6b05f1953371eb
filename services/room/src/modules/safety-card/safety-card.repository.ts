/** Cards in PostgreSQL; consent and data in one statement. */
import type { Em } from '@heya/service-common/orm';

interface CardRow {
  room_id: string;
  patient_id: string;
  district_id: string;
  room_number: string;
  name: string;
  address: string;
}

export const selectCards = (tx: Em, patientIds: readonly string[]): Promise<CardRow[]> =>
  tx.execute<CardRow[]>('select * from safety_cards(?::uuid[])', [`{${patientIds.join(',')}}`]);
