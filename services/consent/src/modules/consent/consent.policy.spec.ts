import { newId } from '@heya/service-common/id';
import type { Viewer } from '@heya/service-common/viewer';
import { anonymous, channel, nurse } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfDayInJapan } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';
import { can, type ConsentAction, earliest, edges, statusOn } from './consent.policy.ts';

const today = '2026-11-22';
const somebody = nurse();
const standing = (override: Partial<Standing>): Standing => ({
  relation: 'MEMBERSHIP',
  role: 'CARE_TEAM',
  is_steward: false,
  profession: 'NURSE',
  is_registrar: false,
  district_id: newId(),
  room_id: null,
  valid_until: null,
  ...override,
});

const may = (action: ConsentAction, given: Standing | undefined, viewer: Viewer = somebody): boolean =>
  can(viewer, action, { standing: given }).allowed;

const whom: [string, Standing | undefined][] = [
  ['nobody', undefined],
  ['nurse', standing({})],
  ['family', standing({ role: 'FAMILY' })],
  ['family as steward', standing({ role: 'FAMILY', is_steward: true })],
  ['steward', standing({ is_steward: true })],
  ['physician', standing({ profession: 'PHYSICIAN' })],
  ['care manager', standing({ profession: 'CARE_MANAGER' })],
  ['patient', standing({ role: 'PATIENT', profession: null })],
  ['center', standing({ relation: 'CENTER', role: null, profession: null })],
  ['inspecting', standing({ relation: 'INSPECTION', profession: null })],
  ['registrar', standing({ relation: 'REGISTRAR', role: null, is_registrar: true })],
];
const everyone = whom.slice(1).map(([name]) => name);

describe('who may do what (R8–R10, R13, R18)', () => {
  test.each([
    ['READ', everyone],
    ['FOLLOW', everyone],
    ['READ_REASONS', everyone.filter((name) => !name.startsWith('family') && name !== 'center')],
    ['READ_RETURN', everyone.filter((name) => !name.startsWith('family'))],
    ['SUBMIT', ['registrar']],
    ['AMEND', ['steward', 'physician', 'care manager', 'patient', 'registrar']],
    ['WITHDRAW', ['steward', 'physician', 'care manager', 'patient', 'center', 'inspecting', 'registrar']],
  ] as [ConsentAction, string[]][])('%s: %j', (action, allowed) =>
    expect(whom.filter(([, given]) => may(action, given)).map(([name]) => name)).toEqual(allowed),
  );
  test('a shared stream, a service and nobody signed in have no right at all', () => {
    for (const viewer of [anonymous, channel(newId(), 'CARE_TEAM', 1), { type: 'service', name: 'consent' }] as Viewer[])
      for (const [, given] of whom) expect(may('READ', given, viewer)).toBe(false);
  });
  test('by which authority is said as the record names it', () => {
    expect(can(somebody, 'READ', { standing: standing({ relation: 'INSPECTION' }) })).toEqual({ allowed: true, authority: 'INSPECTION' });
    expect(can(somebody, 'READ', { standing: undefined })).toEqual({ allowed: false, reason: 'NO_RELATION' });
    expect(can(somebody, 'AMEND', { standing: standing({}) })).toEqual({ allowed: false, reason: 'ROLE' });
  });
});

const states = fc.constantFrom('DRAFT', 'SUBMITTED', 'RETURNED', 'ACTIVE', 'WITHDRAWN', 'SUPERSEDED', 'EXPIRED' as const);
const anyStanding = fc.record({
  relation: fc.constantFrom('MEMBERSHIP', 'REGISTRAR', 'INSPECTION', 'CENTER' as const),
  role: fc.constantFrom('CARE_TEAM', 'PATIENT', 'FAMILY', 'CENTER_OBSERVER', null),
  is_steward: fc.boolean(),
  profession: fc.constantFrom('PHYSICIAN', 'CARE_MANAGER', 'NURSE', null),
  is_registrar: fc.boolean(),
  district_id: fc.constant(newId()),
  room_id: fc.constant(null),
  valid_until: fc.constant(null),
});

describe('whatever the standing', () => {
  test('what is not in force is neither amended nor withdrawn; nothing leads out of the end', () => {
    fc.assert(
      fc.property(anyStanding, states, fc.constantFrom('AMEND', 'WITHDRAW' as const), (given, status, action) => {
        const decision = can(somebody, action, { standing: given, status });
        if (status !== 'ACTIVE') expect(decision.allowed).toBe(false);
        else expect(decision.allowed).toBe(may(action, given));
      }),
    );
    expect([edges.WITHDRAWN, edges.SUPERSEDED]).toEqual([[], []]);
  });
  test('who may amend may withdraw; who may do anything may read', () => {
    fc.assert(
      fc.property(anyStanding, (given) => {
        if (may('AMEND', given)) expect(may('WITHDRAW', given)).toBe(true);
        for (const action of ['AMEND', 'WITHDRAW', 'SUBMIT', 'READ_REASONS', 'FOLLOW'] as const)
          if (may(action, given)) expect(may('READ', given)).toBe(true);
      }),
    );
  });
});

test('expiry counts when it is read', () => {
  expect(statusOn('ACTIVE', today, today)).toBe('ACTIVE');
  expect(statusOn('ACTIVE', '2026-11-21', today)).toBe('EXPIRED');
  expect(statusOn('WITHDRAWN', '2026-11-21', today)).toBe('WITHDRAWN');
});

test('a last day ends at midnight in Japan, and the earliest of what is still to come counts', () => {
  expect(endOfDayInJapan(today)).toEqual(new Date('2026-11-22T15:00:00Z'));
  const now = new Date('2026-11-22T03:00:00Z');
  const at = (hour: number): Date => new Date(now.getTime() + hour * 3_600_000);
  expect(earliest(now, null, null)).toBeNull();
  expect(earliest(now, at(5), null, at(2), at(-1))).toEqual(at(2));
  expect(earliest(now, at(-1), at(0))).toBeNull();
});
