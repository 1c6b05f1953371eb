import { isPerson, type UserKind, userKinds, type Viewer } from '@heya/service-common/viewer';
import { channel, newId, person } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { allow, deny } from '../../decision.ts';
import { can, canBrowseDirectory, canLookUpAccount, canSeeUser } from './user.policy.ts';

const districtId = newId();
const as = (kind: UserKind) => person(kind, { districtId });
const seen = (kind: UserKind) => ({ id: newId(), kind, districtId });

test('who is held back until a pledge or a device is there sees who works where, no patient (R1, R6)', () => {
  const nurse = as('PROFESSIONAL');
  const both = [nurse, { ...nurse, restricted: 'PLEDGE' as const }];
  expect(both.map((viewer) => canSeeUser(viewer, seen('PATIENT')))).toEqual([true, false]);
  expect(both.map((viewer) => canSeeUser(viewer, seen('PROFESSIONAL')))).toEqual([true, true]);
  expect(both.map((viewer) => canLookUpAccount(viewer))).toEqual([true, false]);
});

test('everybody of a district sees who works there; patients and families are seen by those who work and by themselves (R13)', () => {
  const table = userKinds.map((kind) => userKinds.map((target) => canSeeUser(as(kind), seen(target))));
  const [all, workersOnly] = [
    [true, true, true, true, true],
    [true, false, false, true, false],
  ];
  expect(table).toEqual([all, workersOnly, workersOnly, all, workersOnly]);
  const me = as('FAMILY');
  expect(canSeeUser(me, { id: me.userId, kind: 'FAMILY', districtId })).toBe(true);
});

test('another district, a stream, a service and nobody', () => {
  const others: Viewer[] = [person('PROFESSIONAL'), person('CENTER_OFFICER'), { type: 'service', name: 'room' }, { type: 'anonymous' }];
  for (const viewer of others) for (const kind of userKinds) expect(canSeeUser(viewer, seen(kind))).toBe(false);
  expect(userKinds.map((kind) => canSeeUser(channel(newId(), 'CARE_TEAM', 1), seen(kind)))).toEqual([true, false, false, true, false]);
});

test('the directory is for those who work; only professionals look accounts up', () => {
  expect(userKinds.filter((kind) => canBrowseDirectory(as(kind)))).toEqual(['PROFESSIONAL', 'CENTER_OFFICER']);
  expect(userKinds.filter((kind) => canLookUpAccount(as(kind)))).toEqual(['PROFESSIONAL']);
  expect(isPerson(as('FAMILY'))).toBe(true);
});

test('the center answers for its district, an administrator for the staff, nobody for themselves (R7)', () => {
  const staff = { ...seen('PROFESSIONAL'), atViewersFacility: true };
  const table = userKinds.map((kind) => can(as(kind), 'ADMINISTER', staff));
  expect(table).toEqual([allow('FACILITY_ADMIN'), deny('ROLE'), deny('ROLE'), allow('CENTER'), deny('ROLE')]);
  expect(can(as('PROFESSIONAL'), 'ADMINISTER', { ...staff, atViewersFacility: false })).toEqual(deny('ABSENT'));
  expect(can(as('PROFESSIONAL'), 'ADMINISTER', { ...staff, kind: 'FAMILY' })).toEqual(deny('ABSENT'));
  for (const kind of ['PROFESSIONAL', 'CENTER_OFFICER'] as const) {
    expect(can(person(kind), 'ADMINISTER', staff)).toEqual(deny('ABSENT'));
    const me = as(kind);
    expect(can(me, 'ADMINISTER', { ...staff, id: me.userId })).toEqual(deny('ROLE'));
  }
  expect(can({ type: 'service', name: 'room' }, 'ADMINISTER', staff)).toEqual(deny('ROLE'));
});
