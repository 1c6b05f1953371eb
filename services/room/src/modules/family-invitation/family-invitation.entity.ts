/** An invitation on paper for family or the patient: who, into which room, and by which hashes whoever comes is known (R11). */
import { defineEntity, p } from '@mikro-orm/core';

export type InvitedRole = 'FAMILY' | 'PATIENT';
export type FamilyEndReason = 'CANCELLED' | 'TRIES' | 'CONSENT';

/** How many letters of a room are open, and whether the patient is in it or has one. */
export interface Waiting {
  open: number;
  patientComes: boolean;
}

export const familyInvitation = defineEntity({
  name: 'FamilyInvitation',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid(),
    districtId: p.uuid(),
    patientId: p.uuid(),
    roomNumber: p.text(),
    role: p.text().$type<InvitedRole>(),
    name: p.text(),
    nameKana: p.text(),
    /** The account that would be made for whoever has none. */
    accountId: p.uuid().unique(),
    bodyHash: p.text(),
    /** Of the code, which is on paper alone. */
    codeHash: p.text().unique(),
    /** Of code and birth date together: the birth date by itself is not kept. */
    proofHash: p.text(),
    invitedBy: p.uuid(),
    invitedByName: p.text(),
    invitedAt: p.datetime(3),
    expiresAt: p.datetime(3),
    /** Wrong birth dates beside the right code. */
    tries: p.integer().default(0),
    endedAt: p.datetime(3).nullable(),
    endedBy: p.uuid().nullable(),
    endReason: p.text().$type<FamilyEndReason>().nullable(),
    acceptedAt: p.datetime(3).nullable(),
    membershipId: p.uuid().nullable(),
  },
  indexes: [
    { name: 'family_invitation_room', properties: ['roomId', 'invitedAt', 'id'] },
    { name: 'family_invitation_patient', properties: ['patientId'] },
  ],
});

/** How often somebody tried to come in from one place, by the quarter of an hour. */
export const joinTry = defineEntity({
  name: 'JoinTry',
  rowLevelSecurity: 'force',
  properties: { source: p.text().primary(), since: p.datetime(3).primary(), tries: p.integer() },
  indexes: [{ name: 'join_try_since', properties: ['since'] }],
});
