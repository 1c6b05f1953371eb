import { expect, test } from 'vitest';
import { changePath, stepFaults, stepOf } from './check.ts';
import { blankChange, fromDetails, minuteInJapan, stepsOf, toChange } from './form.ts';

const entry = {
  ...blankChange(),
  userId: 'p',
  day: '2026-12-01',
  time: '17:30',
  after: ' 山田 花子 ',
  afterKana: 'ヤマダ ハナコ',
  title: '主任',
};

test('each kind says what it needs and nothing else, at a minute in Japan', () => {
  expect(toChange({ ...entry, kind: 'NAME' }, 'f')).toEqual({
    ...{ kind: 'NAME', userId: 'p', facilityId: 'f', after: '山田 花子', afterKana: 'ヤマダ ハナコ', effectiveAt: '2026-12-01T17:30' },
    ...{ title: null, toFacilityId: null, toInstitutionCode: null, successors: [], reason: null },
  });
  expect(toChange({ ...entry, kind: 'RETIRE', successors: { s: 'q', t: '' } }, 'f')).toMatchObject({
    after: null,
    successors: [{ seatId: 's', userId: 'q' }],
  });
  expect(toChange({ ...entry, kind: 'TRANSFER', toInstitutionCode: '４１７０-123451' }, 'f').toInstitutionCode).toBe('4170123451');
  expect(toChange({ ...entry, kind: 'TRANSFER', toFacilityId: 'g', toInstitutionCode: 'x' }, 'f')).toMatchObject({
    toFacilityId: 'g',
    toInstitutionCode: null,
  });
  expect(toChange({ ...entry, kind: 'REISSUE' }, 'f').effectiveAt).toBe(null);
  expect(minuteInJapan(new Date('2026-11-30T15:05:00Z'))).toEqual(['2026-12-01', '00:05']);
});

test('who leaves names successors only where there are rooms; a new code needs no minute', () => {
  expect(stepsOf('RETIRE', 0)).toEqual(['kind', 'person', 'when', 'check']);
  expect(stepsOf('RETIRE', 1)).toEqual(['kind', 'person', 'what', 'when', 'check']);
  expect(stepsOf('REISSUE', 1)).toEqual(['kind', 'person', 'check']);
  expect(stepsOf('NAME', 0)).toContain('what');
});

test('what is returned is filled in as it was filed, and each comment has its step', () => {
  const filed = {
    ...{ kind: 'CONTACT', personName: '山田', effectiveAt: '2026-12-01T08:30:00Z', toFacilityName: null, toInstitutionCode: null },
    ...{ reason: '部署が変わったため', toFacility: null, user: { id: 'p' }, seats: [], endedAt: null, carriedOutAt: null },
    changes: [
      { item: 'EMAIL', before: null, after: 'a@example.jp' },
      { item: 'TITLE', before: null, after: '主任' },
    ],
  };
  expect(fromDetails(filed as never)).toMatchObject({
    ...{ step: 'check', kind: 'CONTACT', userId: 'p', after: 'a@example.jp', title: '主任', day: '2026-12-01', time: '17:30' },
    reason: '部署が変わったため',
  });
  expect(stepOf(changePath(['change', 'after']))).toBe('what');
  expect(stepOf(changePath(['input', 'change', 'successors', '0', 'userId']))).toBe('what');
  expect(stepOf('')).toBe(undefined);
});

test('a step is not left without what it asks for', () => {
  expect(Object.keys(stepFaults('kind', blankChange()))).toEqual(['kind']);
  expect(Object.keys(stepFaults('what', { ...blankChange(), kind: 'NAME' }))).toEqual(['after', 'afterKana']);
  expect(stepFaults('what', { ...blankChange(), kind: 'CONTACT', title: '主任' })).toEqual({});
  expect(Object.keys(stepFaults('what', { ...blankChange(), kind: 'TRANSFER', toInstitutionCode: '123' }))).toEqual(['toInstitutionCode']);
  expect(Object.keys(stepFaults('when', { ...blankChange(), day: '2026-12-01' }))).toEqual(['effectiveAt']);
});
