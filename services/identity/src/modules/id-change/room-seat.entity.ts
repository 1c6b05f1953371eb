/** Who cares in which room, as the room service tells it: a steward's seat is not left empty (R7). Codes and ids alone. */
import type { MembershipState } from '@heya/schema/events';
import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

export const RoomSeat = defineEntity({
  name: 'RoomSeat',
  properties: {
    membershipId: p.uuid().primary(),
    roomId: p.uuid().index(),
    roomNumber: p.string().length(40).nullable(),
    userId: p.uuid().index(),
    /** Through which the person came in; null: not known. */
    facilityId: p.uuid().nullable(),
    isSteward: p.boolean(),
    status: p.string().length(10).$type<MembershipState>(),
    /** Along the room's stream: an older word changes nothing. */
    seq: p.integer(),
  },
});
export type RoomSeat = InferEntity<typeof RoomSeat>;
