import { person } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allow, deny } from '../../decision.ts';
import { can, isOpen, readCode, recoveryTimes, stateOf, writeCode } from './recovery.policy.ts';

const startedAt = new Date('2026-11-22T00:00:00Z');
const at = (milliseconds: number): Date => new Date(startedAt.getTime() + milliseconds);
const facts = {
  effectiveAt: at(recoveryTimes.noticeMs),
  expiresAt: at(recoveryTimes.codeMs),
  cancelledAt: null,
  completedAt: null,
};

test('a day of notice, then the code counts until its fourteenth day, unless it was called off or used', () => {
  const states = [0, recoveryTimes.noticeMs - 1, recoveryTimes.noticeMs, recoveryTimes.codeMs - 1, recoveryTimes.codeMs].map((ms) =>
    stateOf(facts, at(ms)),
  );
  expect(states).toEqual(['WAITING', 'WAITING', 'READY', 'READY', 'EXPIRED']);
  const now = at(2 * recoveryTimes.noticeMs);
  expect(stateOf({ ...facts, cancelledAt: now }, now)).toBe('CANCELLED');
  expect(stateOf({ ...facts, completedAt: now }, now)).toBe('COMPLETED');
  expect((['WAITING', 'READY', 'COMPLETED', 'CANCELLED', 'EXPIRED'] as const).map(isOpen)).toEqual([true, true, false, false, false]);
});

test('a code is read as it was written, however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (random) => {
      const code = writeCode(random);
      const wide = [...code].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('');
      return (
        /^([A-HJ-NP-Z2-9]{5}-){3}[A-HJ-NP-Z2-9]{5}$/.test(code) &&
        readCode(wide.toLowerCase()) === readCode(code) &&
        readCode(code).length === 20
      );
    }),
  );
});

test('nobody begins their own; they see it and call it off; otherwise those who answer for them', () => {
  const viewer = person('PROFESSIONAL');
  const own = { userId: viewer.userId, administration: deny('ROLE'), hasAdministrator: false };
  expect(can(viewer, 'START', own)).toEqual(deny('ROLE'));
  expect([can(viewer, 'SEE', own), can(viewer, 'CANCEL', own)]).toEqual([allow('SELF'), allow('SELF')]);
  for (const action of ['START', 'SEE', 'CANCEL'] as const) {
    expect(can(viewer, action, { userId: 'x', administration: allow('CENTER'), hasAdministrator: true })).toEqual(allow('CENTER'));
    expect(can(viewer, action, { userId: 'x', administration: deny('ABSENT'), hasAdministrator: true })).toEqual(deny('ABSENT'));
  }
  expect(can({ type: 'anonymous' }, 'SEE', own)).toEqual(deny('ROLE'));
});

test('the center begins one only for who has no administrator beside themselves; it sees and calls off every one', () => {
  const officer = person('CENTER_OFFICER');
  const facts = (hasAdministrator: boolean) => ({ userId: 'x', administration: allow('CENTER'), hasAdministrator });
  expect([can(officer, 'START', facts(false)), can(officer, 'START', facts(true))]).toEqual([allow('CENTER'), deny('ABSENT')]);
  expect([can(officer, 'SEE', facts(true)), can(officer, 'CANCEL', facts(true))]).toEqual([allow('CENTER'), allow('CENTER')]);
});
