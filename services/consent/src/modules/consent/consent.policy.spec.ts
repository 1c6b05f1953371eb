import { newId } from '@heya/service-common/id';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blankSignature, drawnSignature } from '../../testing/signature.ts';
import { categories, mandatoryCategories } from '../platform/index.ts';
import type { Standing } from '../projection/index.ts';
import {
  canSubmit,
  canWithdraw,
  categoryProblems,
  type CategoryChoice,
  type ConsentFields,
  formProblems,
  seesReasons,
  statusOn,
} from './consent.policy.ts';
import { readSignature, sealSignature } from './consent.signature.ts';

const now = new Date('2026-11-22T03:00:00Z');
const today = '2026-11-22';
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const ticks = (granted = true): CategoryChoice[] =>
  categories.map((category) => ({ category, granted: granted || mandatoryCategories.includes(category) }));
const form = (override: Partial<ConsentFields> = {}): ConsentFields => ({
  idempotencyKey: newId(),
  patientId: newId(),
  giver: 'PATIENT',
  giverName: '田中 ハル',
  method: 'ON_DEVICE_SIGNATURE',
  textVersion: '2026-11',
  explainedById: newId(),
  explainedAt: minutes(-20),
  signedAt: minutes(-1),
  categories: ticks(),
  ...override,
});
const problems = (override: Partial<ConsentFields>): [string, string | undefined][] =>
  formProblems(form(override), now, today).map(({ code, field }) => [code, field?.[1]]);

describe('form 3-1 (R8, R9)', () => {
  test('a complete form has no problem', () => expect(problems({})).toEqual([]));
  test.each([
    [{ giverName: '　' }, 'BLANK', 'giverName'],
    [{ giverName: '1234-5678-9018' }, 'MY_NUMBER_NOT_ALLOWED', 'giverName'],
    [{ giver: 'FAMILY_PROXY' }, 'PROXY_REASON_REQUIRED', 'proxyReason'],
    [{ giver: 'LEGAL_GUARDIAN', proxyReason: ' ' }, 'PROXY_REASON_REQUIRED', 'proxyReason'],
    [{ method: 'PATIENT_ACCOUNT' }, 'INVALID', 'method'],
    [{ explainedAt: minutes(6), signedAt: minutes(6) }, 'INVALID', 'explainedAt'],
    [{ signedAt: minutes(-21) }, 'INVALID', 'signedAt'],
    [{ expiresOn: '2026-11-21' }, 'INVALID', 'expiresOn'],
    [{ idempotencyKey: 'x' }, 'INVALID', 'idempotencyKey'],
  ] as [Partial<ConsentFields>, string, string][])('%j is refused', (override, code, field) =>
    expect(problems(override)[0]).toEqual([code, field]),
  );
  test('a proxy with a reason may sign', () => expect(problems({ giver: 'FAMILY_PROXY', proxyReason: '手が不自由なため' })).toEqual([]));
  test('clocks may differ by five minutes', () => expect(problems({ explainedAt: minutes(4), signedAt: minutes(5) })).toEqual([]));
});

describe('the ticks', () => {
  test('each class is answered once, the mandatory ones are granted', () => {
    fc.assert(
      fc.property(fc.subarray([...categories]), fc.subarray([...categories]), (answered, granted) => {
        const found = categoryProblems(answered.map((category) => ({ category, granted: granted.includes(category) }))).map(
          ({ code }) => code,
        );
        expect(found.includes('INVALID')).toBe(answered.length < categories.length);
        expect(found.includes('CATEGORY_MANDATORY')).toBe(
          !mandatoryCategories.every((category) => answered.includes(category) && granted.includes(category)),
        );
      }),
    );
  });
  test('twice the same, and family without consent, are refused', () => {
    expect(categoryProblems([...ticks(), ...ticks().slice(0, 1)])).toMatchObject([
      { code: 'INVALID', field: ['input', 'categories', '11', 'category'] },
    ]);
    const shown = ticks(false).map((choice) => ({ ...choice, visibleToFamily: choice.category === 'INSURANCE' }));
    expect(categoryProblems(shown)).toMatchObject([{ code: 'INVALID', field: ['input', 'categories', '9', 'granted'] }]);
  });
});

const standing = (override: Partial<Standing>): Standing => ({
  relation: 'MEMBERSHIP',
  role: 'CARE_TEAM',
  is_steward: false,
  profession: 'NURSE',
  is_registrar: false,
  district_id: newId(),
  room_id: null,
  ...override,
});

describe('who may take and end it', () => {
  test('only who registered the patient takes it', () => {
    expect([undefined, standing({}), standing({ relation: 'CENTER', role: null })].map(canSubmit)).toEqual([false, false, false]);
    expect(canSubmit(standing({ relation: 'REGISTRAR', role: null, is_registrar: true }))).toBe(true);
  });
  test.each([
    [undefined, false],
    [standing({}), false],
    [standing({ role: 'FAMILY' }), false],
    [standing({ role: 'FAMILY', is_steward: true }), false],
    [standing({ is_steward: true }), true],
    [standing({ profession: 'PHYSICIAN' }), true],
    [standing({ profession: 'CARE_MANAGER' }), true],
    [standing({ role: 'PATIENT', profession: null }), true],
    [standing({ relation: 'CENTER', role: null }), true],
    [standing({ relation: 'REGISTRAR', role: null, is_registrar: true }), true],
  ] as [Standing | undefined, boolean][])('%j ends it: %s', (given, may) => expect(canWithdraw(given)).toBe(may));
  test('family does not learn the reasons', () =>
    expect([seesReasons({ role: 'FAMILY' }), seesReasons({ role: 'PATIENT' })]).toEqual([false, true]));
});

test('expiry counts when it is read', () => {
  expect(statusOn('ACTIVE', today, today)).toBe('ACTIVE');
  expect(statusOn('ACTIVE', '2026-11-21', today)).toBe('EXPIRED');
  expect(statusOn('WITHDRAWN', '2026-11-21', today)).toBe('WITHDRAWN');
});

describe('the signature', () => {
  const codes = (contentType: string, base64: string): string[] => {
    const read = readSignature({ contentType, base64 });
    return 'problems' in read ? read.problems.map(({ code }) => code) : [];
  };
  const drawn = drawnSignature.base64;
  test('a drawing is read; a blank sheet, another thing, a big one are not', () => {
    expect(codes('image/png', drawn)).toEqual([]);
    expect(codes('image/png', blankSignature.base64)).toEqual(['BLANK']);
    expect(codes('image/png', '')).toEqual(['BLANK']);
    expect(codes('image/jpeg', drawn)).toEqual(['INVALID']);
    expect(codes('image/png', Buffer.from('<script>alert(1)</script>').toString('base64'))).toEqual(['INVALID']);
    expect(codes('image/png', `${drawn}!!`)).toEqual(['INVALID']);
    expect(codes('image/png', Buffer.alloc(41 * 1024).toString('base64'))).toEqual(['TOO_LONG']);
  });
  test('whatever bytes come, an answer comes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), (noise, place) => {
        const bytes = Buffer.from(drawn, 'base64');
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - (place % bytes.length))), place % bytes.length);
        expect(() => codes('image/png', bytes.toString('base64'))).not.toThrow();
      }),
    );
  });
  test('sealed twice it is never the same, and never the picture', () => {
    const [key, picture] = [Buffer.alloc(32, 7), Buffer.from(drawn, 'base64')];
    const [one, two] = [sealSignature(key, picture, 'a'), sealSignature(key, picture, 'a')];
    expect(one.sealed.equals(two.sealed)).toBe(false);
    expect(one.sealed.includes(picture.subarray(0, 16))).toBe(false);
    expect(one.sha256).toBe(two.sha256);
  });
});
