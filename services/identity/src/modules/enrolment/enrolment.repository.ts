import type { Em } from '@heya/service-common/orm';
import { Affiliation, Practitioner, User } from '../user/index.ts';
import { Enrolment } from './enrolment.entity.ts';

/** Neither gone through nor replaced; the time of its code may be up. */
export const findOpen = (tx: Em, userId: string): Promise<Enrolment | null> =>
  tx.findOne(Enrolment, { userId, completedAt: null, replacedAt: null });

export const openOf = (tx: Em, userIds: readonly string[]): Promise<Enrolment[]> =>
  tx.find(Enrolment, { userId: { $in: [...userIds] }, completedAt: null, replacedAt: null });

export const findEnrolment = (tx: Em, id: string): Promise<Enrolment | null> => tx.findOne(Enrolment, { id });

export const findOpenById = (tx: Em, id: string): Promise<Enrolment | null> =>
  tx.findOne(Enrolment, { id, completedAt: null, replacedAt: null });

/** The one that a browser goes through. */
export const findByVisit = (tx: Em, visitHash: string, now: Date): Promise<Enrolment | null> =>
  tx.findOne(Enrolment, { visitHash, visitUntil: { $gt: now }, completedAt: null, replacedAt: null }, { refresh: true });

export async function insertEnrolments(tx: Em, rows: readonly Enrolment[]): Promise<void> {
  await tx.insertMany(Enrolment, [...rows]);
}

export async function updateEnrolment(tx: Em, id: string, change: Partial<Enrolment>): Promise<void> {
  await tx.nativeUpdate(Enrolment, { id }, change);
}

/** The code before opens nothing any more, and neither does the browser that was under way with it. */
export async function replaceOpen(tx: Em, userId: string, now: Date): Promise<void> {
  await tx.nativeUpdate(Enrolment, { userId, completedAt: null, replacedAt: null }, { replacedAt: now, codeHash: null, visitHash: null });
}

/** From now on the ID is in use. */
export async function enrolUser(tx: Em, userId: string, now: Date): Promise<void> {
  await tx.nativeUpdate(User, { id: userId, enrolledAt: null }, { enrolledAt: now });
}

/** @returns by person the facility where they work today, of several the newest */
export async function facilityNamesOf(tx: Em, userIds: readonly string[], today: string): Promise<Map<string, string>> {
  const rows = await tx.execute<{ user_id: string; name: string }[]>(
    `select distinct on (p.user_id) p.user_id, f.name
       from practitioner p join affiliation a on a.practitioner_id = p.id join facility f on f.id = a.facility_id
      where p.user_id = any(?::uuid[]) and a.since <= ? and (a.until is null or a.until >= ?) order by p.user_id, a.since desc, a.id desc`,
    [`{${userIds.join(',')}}`, today, today],
  );
  return new Map(rows.map(({ user_id, name }) => [user_id, name]));
}

/** Where the person works today. */
export async function workplacesOf(tx: Em, userId: string, today: string): Promise<string[]> {
  const practitioner = await tx.findOne(Practitioner, { userId });
  if (!practitioner) return [];
  const places = await tx.find(Affiliation, {
    practitionerId: practitioner.id,
    since: { $lte: today },
    $or: [{ until: null }, { until: { $gte: today } }],
  });
  return places.map(({ facilityId }) => facilityId);
}
