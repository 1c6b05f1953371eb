/** Cards in PostgreSQL, for the service itself; people read them with the check they are in. */
import type { Em } from '@heya/service-common/orm';

export interface Due {
  roomId: string;
  patientId: string;
  districtId: string;
}

export interface Card {
  patientId: string;
  name: string;
  locality: string;
  roomNumber: string;
}

const covered = `c.status = 'ACTIVE' and (c.expires_on is null or c.expires_on >= today_in_japan()) and 'DISASTER_SAFETY' = any(c.categories)`;

/** @returns rooms whose card is missing, was outdated by an event, could not be had ten minutes ago, or is a day old */
export const findDue = (tx: Em, now: Date, most: number): Promise<Due[]> =>
  tx.execute<Due[]>(
    `select s.room_id as "roomId", s.patient_id as "patientId", s.district_id as "districtId"
       from room_state s join consent_state c on c.patient_id = s.patient_id left join safety_card d on d.patient_id = s.patient_id
      where s.status in ('ACTIVE', 'DORMANT') and ${covered}
        and (d.asked_at is null or d.asked_at < ?::timestamptz - case when d.name is null then interval '10 minutes' else interval '1 day' end)
      order by d.asked_at nulls first, s.room_id limit ?`,
    [now, most],
  );

/** A place without a card among the answers has none afterwards, and is asked for again later. */
export async function keepCards(tx: Em, due: readonly Due[], cards: readonly Card[], now: Date): Promise<void> {
  await tx.execute(
    `insert into safety_card (patient_id, room_id, district_id, name, locality, room_number, asked_at)
     select d."patientId", d."roomId", d."districtId", c.name, c.locality, c."roomNumber", ?::timestamptz
       from jsonb_to_recordset(?::jsonb) d ("patientId" uuid, "roomId" uuid, "districtId" uuid)
       left join jsonb_to_recordset(?::jsonb) c ("patientId" uuid, name text, locality text, "roomNumber" text) using ("patientId")
     on conflict (patient_id) do update set name = excluded.name, locality = excluded.locality, room_number = excluded.room_number, asked_at = excluded.asked_at`,
    [now, JSON.stringify(due), JSON.stringify(cards)],
  );
}

/** @returns how many went because no consent covers them any more */
export async function dropUncovered(tx: Em): Promise<number> {
  const { affectedRows } = await tx.execute<{ affectedRows: number }>(
    `delete from safety_card d where not exists (select 1 from consent_state c where c.patient_id = d.patient_id and ${covered})`,
    [],
    'run',
  );
  return affectedRows;
}

export async function outdateCard(tx: Em, patientId: string): Promise<void> {
  await tx.execute('update safety_card set asked_at = null where patient_id = ?', [patientId]);
}
