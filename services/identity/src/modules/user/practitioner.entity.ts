/** The professional side of a user: professions, and where they work. */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { Facility } from '../facility/index.ts';
import { User } from './user.entity.ts';

export const Practitioner = defineEntity({
  name: 'Practitioner',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.oneToOne(User).mapToPk().owner().fieldName('user_id').deleteRule('cascade'),
    professions: p.array(),
  },
});
export type Practitioner = InferEntity<typeof Practitioner>;

export const Affiliation = defineEntity({
  name: 'Affiliation',
  properties: {
    id: p.uuid().primary(),
    practitionerId: () => p.manyToOne(Practitioner).mapToPk().fieldName('practitioner_id').deleteRule('cascade'),
    facilityId: () => p.manyToOne(Facility).mapToPk().fieldName('facility_id').deleteRule('restrict'),
    title: p.string().nullable(),
    isFacilityAdmin: p.boolean().default(false),
    since: p.date(),
    until: p.date().nullable(),
  },
  uniques: [{ name: 'affiliation_one_place_once', properties: ['practitionerId', 'facilityId', 'since'] }],
  indexes: [{ name: 'affiliation_facility', properties: ['facilityId', 'practitionerId'] }],
});
export type Affiliation = InferEntity<typeof Affiliation>;
