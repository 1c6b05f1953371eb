/** Keeps membership, rooms and consents as their owners tell them. Each event carries the whole state; an older one changes nothing. */
import type { BusEvent, CategoryGrant } from '@heya/schema/events';
import type { Handlers } from '@heya/service-common/consumer';
import type { Em } from '@heya/service-common/orm';

/** Services whose silence closes this one: whatever they have not confirmed may have changed. */
export const rightsProducers = ['consent', 'room', 'identity'] as const;

export const rightsHandlers: Handlers = {
  'room.roomChanged': projectRoom,
  'room.membershipChanged': projectMembership,
  'room.inspectionChanged': projectInspection,
  'consent.changed': projectConsent,
  'identity.userDeactivated': endRights,
};

async function projectRoom(tx: Em, { payload, seq }: BusEvent<'room.roomChanged'>): Promise<void> {
  await tx.execute(
    `insert into room_state (room_id, patient_id, district_id, status, seq) values (?, ?, ?, ?, ?)
     on conflict (room_id) do update set patient_id = excluded.patient_id, district_id = excluded.district_id, status = excluded.status, seq = excluded.seq
      where room_state.seq < excluded.seq and room_state.status <> 'PURGED'`,
    [payload.roomId, payload.patientId, payload.districtId, payload.status, seq],
  );
}

async function projectMembership(tx: Em, { payload, seq }: BusEvent<'room.membershipChanged'>): Promise<void> {
  await tx.execute(
    `insert into room_member (membership_id, room_id, patient_id, district_id, user_id, role, profession, is_steward, status, valid_from, valid_until, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (membership_id) do update set
       role = excluded.role, profession = excluded.profession, is_steward = excluded.is_steward, status = excluded.status,
       valid_from = excluded.valid_from, valid_until = excluded.valid_until, seq = excluded.seq
      where room_member.seq < excluded.seq`,
    [
      payload.membershipId,
      payload.roomId,
      payload.patientId,
      payload.districtId,
      payload.userId,
      payload.role,
      payload.profession,
      payload.isSteward,
      payload.status,
      payload.from,
      payload.until,
      seq,
    ],
  );
  // A new role may widen what somebody sees: what they have not read is then looked for from the beginning.
  await tx.execute('update reading_position set up_to_seq = 0 where room_id = ? and user_id = ?', [payload.roomId, payload.userId]);
}

/** A look of the center (R18). One that ended stays ended, whatever comes late. */
async function projectInspection(tx: Em, { payload, seq }: BusEvent<'room.inspectionChanged'>): Promise<void> {
  await tx.execute(
    `insert into room_inspection (inspection_id, room_id, patient_id, district_id, officer_id, started_at, expires_at, ended_at, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (inspection_id) do update set expires_at = excluded.expires_at, ended_at = coalesce(room_inspection.ended_at, excluded.ended_at), seq = excluded.seq
      where room_inspection.seq < excluded.seq`,
    [
      payload.inspectionId,
      payload.roomId,
      payload.patientId,
      payload.districtId,
      payload.officerId,
      payload.startedAt,
      payload.expiresAt,
      payload.endedAt,
      seq,
    ],
  );
}

/** One row a patient. A consent that was replaced or is only being prepared never covers the one in force. */
async function projectConsent(tx: Em, { payload }: BusEvent<'consent.changed'>): Promise<void> {
  const decides = payload.status === 'ACTIVE' || payload.status === 'WITHDRAWN' || payload.status === 'EXPIRED';
  await tx.execute(
    `insert into consent_state as c (patient_id, consent_id, district_id, status, decided_epoch, epoch, categories, family_categories, expires_on, disaster_use)
     values (?, ?, ?, ?, ?, ?, ?::text[], ?::text[], ?, ?)
     on conflict (patient_id) do update set epoch = greatest(c.epoch, excluded.epoch)`,
    [
      payload.patientId,
      payload.consentId,
      payload.districtId,
      payload.status,
      payload.epoch,
      payload.epoch,
      ...grantArrays(payload.grants),
      payload.expiresOn,
      payload.disasterUse,
    ],
  );
  await tx.execute(
    `update consent_state set consent_id = ?, status = ?, decided_epoch = ?, categories = ?::text[], family_categories = ?::text[], expires_on = ?, disaster_use = ?
      where patient_id = ? and decided_epoch <= ? and (? or consent_id = ?)`,
    [
      payload.consentId,
      payload.status,
      payload.epoch,
      ...grantArrays(payload.grants),
      payload.expiresOn,
      payload.disasterUse,
      payload.patientId,
      payload.epoch,
      decides,
      payload.consentId,
    ],
  );
}

/** An ID that ended takes its memberships and looks along, whatever the rooms still say (R7). */
async function endRights(tx: Em, { payload }: BusEvent<'identity.userDeactivated'>): Promise<void> {
  await tx.execute("update room_member set status = 'LEFT' where user_id = ?", [payload.userId]);
  await tx.execute('update room_inspection set ended_at = statement_timestamp() where officer_id = ? and ended_at is null', [
    payload.userId,
  ]);
}

function grantArrays(grants: readonly CategoryGrant[]): [string, string] {
  const list = (chosen: readonly CategoryGrant[]): string => `{${chosen.map(({ category }) => category).join(',')}}`;
  return [list(grants), list(grants.filter(({ family }) => family))];
}
