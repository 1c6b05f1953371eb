import type { ConsentState } from '@heya/schema/events';
import type { Em } from '@heya/service-common/orm';
import type { Category } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';

/** How the viewer stands to a patient, and the newest consent of that patient. */
export interface DisclosureRow {
  patient_id: string;
  standing: Standing;
  consent_id: string | null;
  status: ConsentState | null;
  expires_on: string | null;
  categories: { category: Category; granted: boolean; visibleToFamily: boolean }[] | null;
}

// Standing and consent in one statement, so in one snapshot (security.md 12).
const selectRows = (asked: string): string => `
  select p.patient_id, p.room_id, row_to_json(s) as standing, c.id as consent_id, c.status, c.expires_on::text as expires_on,
         (select json_agg(json_build_object('category', k.category, 'granted', k.granted, 'visibleToFamily', k.visible_to_family))
            from consent_category k where k.consent_id = c.id and k.consent_version = c.answers_version) as categories
    from ${asked} cross join lateral viewer_standing(p.patient_id) s
    left join lateral (select * from consent n where n.patient_id = p.patient_id and n.epoch > 0 order by n.epoch desc limit 1) c on true`;

export function selectOfPatients(tx: Em, patientIds: readonly string[]): Promise<DisclosureRow[]> {
  return tx.execute(selectRows('(select x as patient_id, null::uuid as room_id from unnest(?::uuid[]) as x) p'), [
    `{${patientIds.join(',')}}`,
  ]);
}

/** Only rooms the viewer is in, or is looking into. */
export function selectOfRooms(tx: Em, roomIds: readonly string[]): Promise<(DisclosureRow & { room_id: string })[]> {
  return tx.execute(selectRows('(select v.patient_id, v.room_id from viewer_patients() v where v.room_id = any(?::uuid[])) p'), [
    `{${roomIds.join(',')}}`,
  ]);
}
