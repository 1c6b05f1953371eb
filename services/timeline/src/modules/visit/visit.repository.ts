/** Visits in the database. Reads join the viewer's rooms; row-level security repeats the same for what a join forgot. */
import type { Em } from '@heya/service-common/orm';
import { planned } from '@heya/service-common/planned';
import { type Audience, type Found, idArray, type Place } from '../access/index.ts';
import type { VisitDraft } from './visit.policy.ts';

export interface VisitRow extends Found {
  postId: string;
  audience: Audience;
  nextVisitOn: string | null;
  planChanged: boolean;
  planChange: string | null;
  careAdvice: string | null;
  wishes: string | null;
}

export function findVisitsOf(tx: Em, postIds: readonly string[]): Promise<VisitRow[]> {
  return planned<VisitRow>(
    tx,
    `select s.post_id as "postId", s.room_id as "roomId", s.patient_id as "patientId", v.district_id as "districtId", v.authority, v.audiences, s.audience,
            s.next_visit_on::text as "nextVisitOn", s.plan_changed as "planChanged", s.plan_change as "planChange", s.care_advice as "careAdvice", s.wishes
       from viewer_rooms() v join post_visit s on s.room_id = v.room_id and s.audience = any(v.audiences) where s.post_id = any(?::uuid[])`,
    [idArray(postIds)],
  );
}

const written = (text: string | null | undefined): string | null => text?.trim() || null;

interface VisitPlace extends Omit<Place, 'districtId'> {
  postId: string;
  audience: Audience;
}

export async function insertVisit(tx: Em, { postId, roomId, patientId, audience }: VisitPlace, visit: VisitDraft): Promise<void> {
  await planned(
    tx,
    `insert into post_visit (post_id, room_id, patient_id, audience, next_visit_on, plan_changed, plan_change, care_advice, wishes)
     values (?, ?, ?, ?, ?::date, ?, ?, ?, ?)`,
    [
      postId,
      roomId,
      patientId,
      audience,
      visit.nextVisitOn ?? null,
      visit.planChanged,
      written(visit.planChange),
      written(visit.careAdvice),
      written(visit.wishes),
    ],
  );
}
