/** By what a person is recognised beside their name, and an ID of another district that is to be used here too (R3). */
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { User } from '../user/index.ts';

/** Shown to nobody: only compared. */
export const PersonParticular = defineEntity({
  name: 'PersonParticular',
  properties: {
    userId: () => p.oneToOne(User).mapToPk().owner().primary().fieldName('user_id').deleteRule('cascade'),
    email: p.string().nullable().index(),
    licenceNumber: p.string().length(20).nullable().index(),
  },
});
export type PersonParticular = InferEntity<typeof PersonParticular>;

/** A question to the holder of an ID: is this you, and do you work there as well? */
export const IdLink = defineEntity({
  name: 'IdLink',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').deleteRule('cascade').index(),
    applicationId: p.uuid().index(),
    /** The person within the application. */
    applicantId: p.uuid(),
    /** District and facility that ask, with their names as they were: the person belongs to another district and cannot look them up. */
    districtId: p.uuid(),
    districtName: p.string(),
    facilityId: p.uuid(),
    facilityName: p.string(),
    title: p.string().nullable(),
    isFacilityAdmin: p.boolean(),
    proposedBy: p.uuid(),
    proposedAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
    isAccepted: p.boolean().nullable(),
  },
});
export type IdLink = InferEntity<typeof IdLink>;
