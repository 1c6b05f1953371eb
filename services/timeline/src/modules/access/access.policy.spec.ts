import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemberRole, RoomState } from '@heya/schema/events';
import type { Viewer } from '@heya/service-common/viewer';
import { anonymous, channel, nurse, officer } from '@heya/testkit/viewers';
import { audiences, type Authority, can, canFollow, canSee, type Right, type Standing } from './access.policy.ts';

const viewer = nurse();
const mayRead = (who: Standing | undefined) => can(viewer, 'READ', who);
const mayWrite = (who: Standing | undefined, audience: (typeof audiences)[number]) => can(viewer, 'WRITE', who, audience);

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
      if (!covered) expect(mayRead(member).allowed).toBe(false);
    }),
  );
});

test('R22: only the care team reads what is for the care team; R9: a family only what the consent gives it', () => {
  fc.assert(
    fc.property(standing, (member) => {
      const reading = mayRead(member);
      if (!reading.allowed) return;
      expect(reading.audiences.includes('CARE_TEAM')).toBe(member.role === 'CARE_TEAM' || member.role === 'CENTER_OBSERVER');
      if (member.role === 'FAMILY') expect(member.grantedToFamily).toBe(true);
      expect(reading.authority).toBe(member.role === 'CENTER_OBSERVER' ? 'INSPECTION' : 'MEMBERSHIP');
    }),
  );
});

test('whoever may write may read what they wrote, and only in an open room', () => {
  fc.assert(
    fc.property(standing, fc.constantFrom(...audiences), (member, audience) => {
      if (!mayWrite(member, audience).allowed) return;
      expect(member.roomStatus).toBe('ACTIVE');
      expect(mayRead(member)).toMatchObject({ allowed: true, audiences: expect.arrayContaining([audience]) });
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
  ['a look of the center', { ...member, role: 'CENTER_OBSERVER' as const }, 'READ_ONLY'],
])('a refusal says why: %s', (_name, who, reason) => expect(mayWrite(who, 'CARE_TEAM')).toEqual({ allowed: false, reason }));

test('R18: a look of the center takes no part, whatever else holds', () => {
  fc.assert(
    fc.property(standing, (member) => {
      for (const action of ['WRITE', 'TAKE_PART'] as const) {
        const decision = can(viewer, action, member);
        expect(decision.allowed && member.role === 'CENTER_OBSERVER').toBe(false);
      }
    }),
  );
});

const right: fc.Arbitrary<Right> = fc.record({
  authority: fc.constantFrom<Authority>('MEMBERSHIP', 'INSPECTION', 'CHANNEL'),
  audiences: fc.constantFrom(audiences, ['EVERYONE'] as const, [] as const),
});
const anybody = fc.constantFrom<Viewer>(viewer, officer(), channel('room', 'CARE_TEAM', 1), anonymous, { type: 'service', name: 'x' });

test('what was found is given out to the kind of viewer it was found for, and to its audience only', () => {
  fc.assert(
    fc.property(anybody, fc.option(right, { nil: undefined }), fc.constantFrom(...audiences), (who, found, audience) => {
      const seeing = canSee(who, found, audience);
      if (!seeing.allowed) return;
      expect(found?.audiences).toContain(audience);
      expect(who.type).toBe(seeing.authority === 'CHANNEL' ? 'channel' : 'person');
      if (seeing.authority === 'INSPECTION') expect(who).toMatchObject({ kind: 'CENTER_OFFICER' });
      if (canFollow(who, found).allowed) expect(seeing.authority).toBe('MEMBERSHIP');
    }),
  );
});
