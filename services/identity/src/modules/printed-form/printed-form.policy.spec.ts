import { expect, test } from 'vitest';
import type { IdApplication } from '../id-application/index.ts';
import { toCenter, toContents, toHistory } from './printed-form.policy.ts';

const details: IdApplication['details'] = {
  kind: 'ISSUE',
  facilityName: 'あおば診療所',
  facilityNameKana: null,
  institutionCode: '4112345678',
  facilityKind: 'CLINIC',
  municipality: '若葉市',
  address: '中央1-2-3',
  phone: '+81952000012',
  fax: null,
  representativeName: '山本 一郎',
  contactName: '山本 さくら',
  contactEmail: 'sakura@example.jp',
  applicants: [
    {
      id: 'a',
      name: '山本 さくら',
      nameKana: 'ヤマモト サクラ',
      professions: ['NURSE'],
      title: null,
      birthDate: '1985-04-01',
      licenceNumber: null,
      email: null,
      devices: ['業務用iPad'],
      isFacilityAdmin: true,
      existingAccountName: null,
    },
  ],
};

test('what was filed is what is printed: telephone as dialled here, the municipality once', () => {
  const filed = { details, submittedAt: new Date('2026-11-21T16:00:00Z'), entries: [] };
  expect(toContents(filed, () => '2026-11-22')).toMatchObject({
    facility: { name: 'あおば診療所', address: '若葉市中央1-2-3', phone: '0952000012', fax: undefined },
    submittedOn: '2026-11-22',
    applicants: [{ name: '山本 さくら', birthDate: '1985-04-01', isFacilityAdmin: true, devices: ['業務用iPad'] }],
  });
  const whole = { ...filed, details: { ...details, address: '若葉市中央1-2-3' } };
  expect(toContents(whole, () => '2026-11-22').facility.address).toBe('若葉市中央1-2-3');
});

test('who did what when: officers by name where the reader may know them', () => {
  const at = '2026-11-22T01:00:00Z';
  const entries = [
    { status: 'SUBMITTED', at, by: null, reason: null },
    { status: 'IN_REVIEW', at, by: 'known', reason: null },
    { status: 'RETURNED', at, by: 'unknown', reason: 'フリガナが違います' },
  ] as const;
  expect(toHistory({ entries: [...entries] }, new Map([['known', '渡辺 直子']]))).toEqual([
    { at, act: '提出', actor: '申請者', note: undefined },
    { at, act: '確認', actor: '渡辺 直子', note: undefined },
    { at, act: '差し戻し', actor: '支援センター職員', note: 'フリガナが違います' },
  ]);
});

test('a district that has not put down its center still prints', () => {
  expect(toCenter(undefined)).toEqual({ name: '在宅医療・介護連携支援センター' });
});
