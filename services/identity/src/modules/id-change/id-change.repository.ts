import type { Em } from '@heya/service-common/orm';
import { User } from '../user/index.ts';
import { IdChange } from './id-change.entity.ts';

export const findChange = (tx: Em, applicationId: string): Promise<IdChange | null> =>
  tx.findOne(IdChange, { applicationId }, { refresh: true });

/** Newest first; a person has few. */
export async function changesAbout(tx: Em, userId: string): Promise<string[]> {
  const rows = await tx.find(IdChange, { userId }, { orderBy: { applicationId: 'desc' }, limit: 50 });
  return rows.map(({ applicationId }) => applicationId);
}

/** Filed, or filed again with another minute. */
export async function putChange(tx: Em, row: IdChange): Promise<void> {
  await tx.upsert(IdChange, row);
}

export async function updateChange(tx: Em, applicationId: string, change: Partial<IdChange>): Promise<void> {
  await tx.nativeUpdate(IdChange, { applicationId }, change);
}

export interface Standing {
  endedAt: Date | null;
  carriedOutAt: Date | null;
}

/** @returns by application: what its minute has ended, and whether it was carried out */
export async function standings(tx: Em, applicationIds: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await tx.execute<{ application_id: string; ended_at: Date | string | null; carried_out_at: Date | string | null }[]>(
    `select c.application_id, c.ended_at, case when a.status = 'COMPLETED' then c.done_at end as carried_out_at
       from id_change c join id_application a on a.id = c.application_id where c.application_id = any(?::uuid[])`,
    [`{${applicationIds.join(',')}}`],
  );
  const time = (at: Date | string | null): Date | null => (at === null ? null : new Date(at));
  return new Map(rows.map((row) => [row.application_id, { endedAt: time(row.ended_at), carriedOutAt: time(row.carried_out_at) }]));
}

/** Another change of this person that still has to take effect. */
export const openChangeOf = (tx: Em, userId: string, except: string): Promise<IdChange | null> =>
  tx.findOne(IdChange, { userId, doneAt: null, applicationId: { $ne: except } });

/** Whose minute has come: what is approved, and places that end whether it is or not. */
export async function dueChanges(tx: Em, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ application_id: string }[]>(
    `select c.application_id from id_change c join id_application a on a.id = c.application_id
      where c.done_at is null and c.effective_at <= ?
        and (a.status = 'APPROVED' or (c.ended_at is null and c.kind in ('TRANSFER', 'LEAVE', 'RETIRE') and a.status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED')))
      order by c.effective_at, c.application_id limit ?`,
    [now, limit],
  );
  return rows.map(({ application_id }) => application_id);
}

export interface Place {
  id: string;
  practitioner_id: string;
  facility_id: string;
  title: string | null;
  is_facility_admin: boolean;
  since: string;
  until: string | null;
}

/** Where a person works and worked, the latest first. */
export function placesOf(tx: Em, userId: string): Promise<Place[]> {
  return tx.execute<Place[]>(
    `select a.id, a.practitioner_id, a.facility_id, a.title, a.is_facility_admin,
            to_char(a.since, 'YYYY-MM-DD') as since, to_char(a.until, 'YYYY-MM-DD') as until
       from affiliation a join practitioner p on p.id = a.practitioner_id where p.user_id = ? order by a.since desc, a.id desc`,
    [userId],
  );
}

/** @param until last whole day at the facility; null: they stay */
export async function setUntil(tx: Em, id: string, until: string | null): Promise<void> {
  await tx.execute('update affiliation set until = ?::date where id = ?', [until, id]);
}

/** From that day on; who worked there from the same day already works there on. */
export async function beginAffiliation(
  tx: Em,
  { id, practitioner_id, facility_id, title, is_facility_admin, since }: Place,
): Promise<void> {
  await tx.execute(
    `insert into affiliation (id, practitioner_id, facility_id, title, is_facility_admin, since, until) values (?, ?, ?, ?, ?, ?::date, null)
     on conflict (practitioner_id, facility_id, since) do update set until = null, title = excluded.title, is_facility_admin = excluded.is_facility_admin`,
    [id, practitioner_id, facility_id, title, is_facility_admin, since],
  );
}

export async function setTitle(tx: Em, affiliationId: string, title: string): Promise<void> {
  await tx.execute('update affiliation set title = ? where id = ?', [title, affiliationId]);
}

export async function renameUser(tx: Em, userId: string, { name, kana }: { name: string; kana: string }): Promise<void> {
  await tx.nativeUpdate(User, { id: userId }, { displayName: name, displayNameKana: kana, sortName: kana });
}

export async function setEmail(tx: Em, userId: string, email: string): Promise<void> {
  await tx.execute(
    'insert into person_particular (user_id, email) values (?, ?) on conflict (user_id) do update set email = excluded.email',
    [userId, email],
  );
}

/** @returns false when it was stopped already */
export async function stopId(tx: Em, userId: string, at: Date): Promise<boolean> {
  return (await tx.nativeUpdate(User, { id: userId, deactivatedAt: null }, { deactivatedAt: at })) === 1;
}

/** For good: whatever it was stopped for a while for is over, and lets nobody in again. */
export async function closeSuspensions(tx: Em, userId: string, { at, by }: { at: Date; by: string }): Promise<string[]> {
  const ended = await tx.execute<{ id: string }[]>(
    'update suspension set ended_at = ?, ended_by = ? where user_id = ? and ended_at is null returning id',
    [at, by, userId],
  );
  return ended.map(({ id }) => id);
}

/** Lets in again whom a change had stopped, unless somebody has stopped the ID for another reason. */
export async function letIn(tx: Em, userId: string): Promise<void> {
  await tx.execute(
    `update app_user set deactivated_at = null where id = ?
        and not exists (select from suspension o where o.user_id = app_user.id and o.ended_at is null)`,
    [userId],
  );
}

/** Whether what stopped the ID is the leave from this facility, which a return ends. */
export async function isStoppedByLeave(tx: Em, userId: string, facilityId: string): Promise<boolean> {
  const [row] = await tx.execute<{ kind: string; facility_id: string }[]>(
    'select kind, facility_id from id_change where user_id = ? and has_stopped_id and ended_at is not null order by ended_at desc limit 1',
    [userId],
  );
  return row?.kind === 'LEAVE' && row.facility_id === facilityId;
}

/** Sign-ins on devices of that facility. */
export async function sessionsOnDevicesOf(tx: Em, userId: string, facilityId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `select s.id from sign_in_session s join device d on d.id = s.device_id
      where s.user_id = ? and s.ended_at is null and d.facility_id = ?`,
    [userId, facilityId],
  );
  return rows.map(({ id }) => id);
}

/** Its first sign-in has to be gone through again. */
export async function forgetEnrolment(tx: Em, userId: string): Promise<void> {
  await tx.nativeUpdate(User, { id: userId }, { enrolledAt: null });
}
