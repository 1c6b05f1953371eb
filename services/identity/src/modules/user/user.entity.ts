/** Anyone with an ID of their own (R3): professional, patient, family member, officer. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { UserKind } from '@heya/service-common/viewer';
import { District } from '../district/index.ts';

export const User = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary(),
    districtId: () => p.manyToOne(District).mapToPk().fieldName('district_id').deleteRule('restrict'),
    kind: p.string().$type<UserKind>(),
    /** What is typed at sign-in, in lower case. One name is one person in all districts. */
    accountName: p.string().unique(),
    displayName: p.string(),
    displayNameKana: p.string().nullable(),
    /** Kana where known, else the name: what lists are sorted by. */
    sortName: p.string().collation('ja-x-icu'),
    /** Stopped by form 2-2 (R7). */
    deactivatedAt: p.datetime().nullable(),
    /** Asked for in form 2-1; read to recognise the person and to refuse it as a password, shown to nobody. */
    birthDate: p.date().nullable().lazy(),
    /** When the first sign-in was gone through to the end; until then the ID is not in use (R1, R4). */
    enrolledAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
  },
  indexes: [
    { properties: ['districtId', 'id'] },
    { name: 'app_user_name_key', expression: 'create index app_user_name_key on app_user (person_name_key(display_name))' },
    { name: 'app_user_kana_key', expression: 'create index app_user_kana_key on app_user (person_name_key(display_name_kana))' },
  ],
});
export type User = InferEntity<typeof User>;
