import { expect, test } from 'vitest';
import { facilitiesOf, type LifeMember } from './returned.ts';

const member = (id: string | null, facilityName: string | null): LifeMember => ({
  id: `m-${id}`,
  displayName: '試験 太郎',
  professionLabel: null,
  facilityName,
  role: 'CARE_TEAM',
  isSteward: false,
  status: 'ACTIVE',
  user: null,
  facility: id === null ? null : { id },
});

test('each facility is asked once; who came through none is asked nothing', () => {
  expect(facilitiesOf([member('a', '田中医院'), member('b', '訪問看護'), member('a', '田中医院'), member(null, null)])).toEqual([
    { id: 'a', name: '田中医院' },
    { id: 'b', name: '訪問看護' },
  ]);
});
