import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemberRole, RoomState } from '@heya/schema/events';
import { audiences, mayRead, mayWrite, type Standing } from './access.policy.ts';

const standing: fc.Arbitrary<Standing> = fc.record({
  roomId: fc.constant('room'),
  patientId: fc.constant('patient'),
  districtId: fc.constant('district'),
  roomStatus: fc.constantFrom<RoomState>('PREPARING', 'ACTIVE', 'DORMANT', 'CLOSING', 'CLOSED', 'PURGED'),
  role: fc.constantFrom<MemberRole>('CARE_TEAM', 'PATIENT', 'FAMILY', 'CENTER_OBSERVER'),
  consentStatus: fc.constantFrom(null, 'DRAFT', 'SUBMITTED', 'ACTIVE', 'WITHDRAWN', 'SUPERSEDED', 'EXPIRED'),
  consentLapsed: fc.boolean(),
  granted: fc.boolean(),
  grantedToFamily: fc.boolean(),
});

test('R10: nobody reads without an active consent that covers the class', () => {
  fc.assert(
    fc.property(standing, (member) => {
      const covered = member.consentStatus === 'ACTIVE' && !member.consentLapsed && member.granted;
      if (!covered) expect(mayRead(member).ok).toBe(false);
    }),
  );
});

test('R22: only the care team reads what is for the care team; R9: a family only what the consent gives it', () => {
  fc.assert(
    fc.property(standing, (member) => {
      const reading = mayRead(member);
      if (!reading.ok) return;
      expect(reading.audiences.includes('CARE_TEAM')).toBe(member.role === 'CARE_TEAM');
      if (member.role === 'FAMILY') expect(member.grantedToFamily).toBe(true);
      expect(member.role).not.toBe('CENTER_OBSERVER');
    }),
  );
});

test('whoever may write may read what they wrote, and only in an open room', () => {
  fc.assert(
    fc.property(standing, fc.constantFrom(...audiences), (member, audience) => {
      if (!mayWrite(member, audience).ok) return;
      expect(member.roomStatus).toBe('ACTIVE');
      expect(mayRead(member)).toMatchObject({ ok: true, audiences: expect.arrayContaining([audience]) });
    }),
  );
});

const member: Standing = {
  roomId: 'room',
  patientId: 'patient',
  districtId: 'district',
  roomStatus: 'ACTIVE',
  role: 'CARE_TEAM',
  consentStatus: 'ACTIVE',
  consentLapsed: false,
  granted: true,
  grantedToFamily: false,
};

test.each([
  ['no membership', undefined, 'NOT_FOUND'],
  ['a room being prepared', { ...member, roomStatus: 'PREPARING' as const }, 'NOT_FOUND'],
  ['withdrawn', { ...member, consentStatus: 'WITHDRAWN' }, 'CONSENT_WITHDRAWN'],
  ['never asked', { ...member, consentStatus: null }, 'CONSENT_REQUIRED'],
  ['past its last day', { ...member, consentLapsed: true }, 'CONSENT_REQUIRED'],
  ['class not ticked', { ...member, granted: false }, 'CONSENT_REQUIRED'],
  ['family not ticked', { ...member, role: 'FAMILY' as const }, 'CONSENT_REQUIRED'],
  ['closing', { ...member, roomStatus: 'CLOSING' as const }, 'ROOM_CLOSED'],
  ['patient to the team', { ...member, role: 'PATIENT' as const }, 'FORBIDDEN'],
])('a refusal says why: %s', (_name, who, reason) => expect(mayWrite(who, 'CARE_TEAM')).toEqual({ ok: false, reason }));
