import { userKinds } from '@heya/service-common/viewer';
import { channel, newId, person } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { can } from './facility.policy.ts';

const districtId = newId();

test('a facility is seen by everybody of its district and by shared streams, by nobody else', () => {
  for (const kind of userKinds) {
    expect(can(person(kind, { districtId }), 'SEE', { districtId }).allowed).toBe(true);
    expect(can(person(kind), 'SEE', { districtId })).toEqual({ allowed: false, reason: 'ABSENT' });
  }
  expect(can(channel(newId(), 'EVERYONE', 1), 'SEE', { districtId })).toEqual({ allowed: true, authority: 'CHANNEL' });
  expect(can({ type: 'anonymous' }, 'SEE', { districtId }).allowed).toBe(false);
});

test('it is run by its administrators and the center of its district', () => {
  const nurse = person('PROFESSIONAL', { districtId });
  expect(can(nurse, 'ADMINISTER', { districtId, isAdministrator: true })).toEqual({ allowed: true, authority: 'FACILITY_ADMIN' });
  expect(can(nurse, 'ADMINISTER', { districtId, isAdministrator: false })).toEqual({ allowed: false, reason: 'ROLE' });
  expect(can(person('CENTER_OFFICER', { districtId }), 'ADMINISTER', { districtId, isAdministrator: false })).toEqual({
    allowed: true,
    authority: 'CENTER',
  });
  for (const viewer of [person('CENTER_OFFICER'), person('PROFESSIONAL')])
    expect(can(viewer, 'ADMINISTER', { districtId, isAdministrator: true })).toEqual({ allowed: false, reason: 'ABSENT' });
  expect(can(channel(newId(), 'EVERYONE', 1), 'ADMINISTER', { districtId, isAdministrator: true }).allowed).toBe(false);
});
