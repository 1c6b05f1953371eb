import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { institutionCodeFault } from '../id-application/institution-code.policy.ts';
import { districtFile } from './district-file.ts';
import { e164 } from './district-file.repository.ts';

test('telephone numbers as written in Japan become E.164', () => {
  expect(e164('0952-00-0011')).toBe('+81952000011');
  expect(e164('（０９０）１２３４-５６７８')).toBe('+819012345678');
  expect(e164('+81952000011')).toBe('+81952000011');
  for (const none of [null, undefined, '']) expect(e164(none)).toBeNull();
});

test('a file that is not a district is refused, and says where', () => {
  const result = districtFile.safeParse({
    district: { id: 'x', name: '' },
    facilities: [{ institutionCode: '12' }],
    people: [{ totpSecret: 'SHORT' }],
  });
  const paths = result.error?.issues.map(({ path }) => path.join('.'));
  expect(paths).toEqual(
    expect.arrayContaining(['district.id', 'district.name', 'facilities.0.institutionCode', 'people.0.totpSecret', 'people.0.password']),
  );
});

test.each(['district', 'second-district'])('the facilities of the demo (%s) have codes that check, as in an application', (name) => {
  const path = new URL(`../../../../../infra/local/demo/${name}.json`, import.meta.url);
  const { facilities } = JSON.parse(readFileSync(path, 'utf8')) as { facilities: { institutionCode: string }[] };
  expect(facilities.map(({ institutionCode }) => [institutionCode, institutionCodeFault(institutionCode)])).toEqual(
    facilities.map(({ institutionCode }) => [institutionCode, null]),
  );
});
