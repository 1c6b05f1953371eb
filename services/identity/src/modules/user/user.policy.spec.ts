import { isPerson, type UserKind, userKinds, type Viewer } from '@heya/service-common/viewer';
import { channel, newId, person } from '@heya/testkit/viewers';
import { expect, test } from 'vitest';
import { canBrowseDirectory, canLookUpAccount, canSeeUser } from './user.policy.ts';

const districtId = newId();
const as = (kind: UserKind) => person(kind, { districtId });
const seen = (kind: UserKind) => ({ id: newId(), kind, districtId });

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
