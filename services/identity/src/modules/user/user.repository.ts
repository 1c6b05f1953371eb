import type { Em } from '@heya/service-common/orm';
import { LockMode } from '@mikro-orm/core';
import { Facility } from '../facility/index.ts';
import { Affiliation, Practitioner } from './practitioner.entity.ts';
import { User } from './user.entity.ts';

export const findUser = (tx: Em, id: string): Promise<User | null> => tx.findOne(User, { id });

/** Until the transaction ends the ID cannot be stopped, so that no sign-in slips in beside that (R7). */
export const holdActiveUser = (tx: Em, id: string): Promise<User | null> =>
  tx.findOne(User, { id, deactivatedAt: null }, { lockMode: LockMode.PESSIMISTIC_READ });

/** First statement of every change of what a person signs in with: sign-ins under way are seen by it, later ones see it (V06). */
export const lockUser = (tx: Em, id: string): Promise<User | null> =>
  tx.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });

/** @param accountName in any case; one person has one name (R3) */
export const findByAccountName = (tx: Em, accountName: string): Promise<User | null> =>
  tx.findOne(User, { accountName: normalizeAccountName(accountName) });

export const normalizeAccountName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** What others know of a person, and a password may not be made of (R5). */
export async function findOwnWords(tx: Em, { id }: Pick<User, 'id'>): Promise<{ words: string[]; birthDate: string | null }> {
  const [row] = await tx.execute<{ words: string[]; birth_date: string | null }[]>(
    `select to_char(u.birth_date, 'YYYY-MM-DD') as birth_date,
        array_remove(array[u.account_name, u.display_name, u.display_name_kana], null)
          || array(select unnest(array_remove(array[f.name, f.name_kana], null))
                     from practitioner p join affiliation a on a.practitioner_id = p.id join facility f on f.id = a.facility_id
                    where p.user_id = u.id) as words
       from app_user u where u.id = ?`,
    [id],
  );
  return { words: row?.words ?? [], birthDate: row?.birth_date ?? null };
}

export interface WorkingPlace {
  profession: string | undefined;
  facility: Facility | undefined;
}

/** Where a person works today, and as what; the first affiliation counts when there are several. */
export async function findWorkingPlace(tx: Em, userId: string, today: string): Promise<WorkingPlace> {
  const practitioner = await tx.findOne(Practitioner, { userId });
  if (!practitioner) return { profession: undefined, facility: undefined };
  const affiliation = await tx.findOne(
    Affiliation,
    { practitionerId: practitioner.id, since: { $lte: today }, $or: [{ until: null }, { until: { $gte: today } }] },
    { orderBy: { since: 'asc', id: 'asc' } },
  );
  const facility = affiliation && (await tx.findOne(Facility, { id: affiliation.facilityId }));
  return { profession: practitioner.professions[0], facility: facility ?? undefined };
}
