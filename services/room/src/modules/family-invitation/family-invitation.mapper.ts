import { classes } from './family-invitation.class.ts';
import { stateOf } from './family-invitation.policy.ts';
import type { FamilyInvitationRow } from './family-invitation.repository.ts';
import type { FamilyInvitationType, FamilyWelcomeType } from './family-invitation.type.ts';

export function toInvitation(row: FamilyInvitationRow, now: Date): FamilyInvitationType {
  const expiresAt = new Date(row.expires_at);
  return {
    id: row.id,
    role: row.role,
    name: row.name,
    state: stateOf({ accepted: row.accepted_at !== null, endReason: row.end_reason, expiresAt }, now),
    invitedByName: row.invited_by_name,
    invitedAt: new Date(row.invited_at),
    expiresAt,
    acceptedAt: row.accepted_at ? new Date(row.accepted_at) : null,
  };
}

/** Family sees what is ticked for family, the patient all that is shared. */
export function toWelcome(row: FamilyInvitationRow): FamilyWelcomeType {
  const seen = row.role === 'FAMILY' ? row.family_classes : row.granted_classes;
  return {
    invitationId: row.id,
    role: row.role,
    name: row.name,
    roomNumber: row.room_number,
    invitedByName: row.invited_by_name,
    expiresAt: new Date(row.expires_at),
    shown: classes.filter((each) => seen.includes(each)),
    hidden: classes.filter((each) => !seen.includes(each)),
  };
}
