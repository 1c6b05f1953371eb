/** Who a person is, for sign-in and tokens. */
import type { Em } from '@heya/service-common/orm';
import { professionWord } from './professions.ts';
import type { User } from './user.entity.ts';
import { findUser, findWorkingPlace } from './user.repository.ts';

/** What an access token says about its person: the names go with what they write (api.md 4). */
export interface TokenClaims extends Record<string, unknown> {
  district: string;
  kind: string;
  facility?: string;
  profession?: string;
  label: { name: string; profession?: string; facility?: string };
}

/** @returns the person if their ID is in use: gone through the first sign-in and not stopped (R1, R7) */
export async function findActiveUser(tx: Em, id: string): Promise<User | undefined> {
  const user = await findUser(tx, id);
  return user?.enrolledAt && !user.deactivatedAt ? user : undefined;
}

export async function tokenClaims(tx: Em, user: User, now: Date): Promise<TokenClaims> {
  const { profession, facility } = await findWorkingPlace(tx, user.id, tokyoDay(now));
  return {
    district: user.districtId,
    kind: user.kind,
    ...(facility && { facility: facility.id }),
    ...(profession && { profession }),
    label: {
      name: user.displayName,
      ...(profession && { profession: professionWord(profession) }),
      ...(facility && { facility: facility.name }),
    },
  };
}

/** What may be asked of the database by id; anything else exists for nobody. */
export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** @returns the calendar day in Japan, `2026-11-22` */
export const tokyoDay = (now: Date): string => inJapan.format(now);
