/** The demo district: invented, complete, and different in every installation. */
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFiles } from '../setup/paths.mjs';
import { demoAccounts, saveDemo } from './accounts.mjs';
import { drawSignature } from './signature.mjs';

interface DistrictFile {
  district: { id: string };
  facilities: { id: string; institutionCode: string }[];
  people: { id: string; accountName: string; facilityId?: string; password: string }[];
}
const read = (file: string): DistrictFile => JSON.parse(readFileSync(file, 'utf8')) as DistrictFile;

const folder = () => dataFiles(mkdtempSync(join(tmpdir(), 'heya-demo-')));

describe('demo accounts', () => {
  it('are made once and found again', () => {
    const files = folder();
    expect(demoAccounts(files)).toEqual(demoAccounts(files));
  });

  it('share no secret with another installation', () => {
    const secrets = [folder(), folder()].flatMap((files) => {
      const { accounts, secondDistrict } = demoAccounts(files);
      return [...accounts, ...(secondDistrict?.accounts ?? [])].flatMap(({ password, totpSecret }) => [password, totpSecret]);
    });
    expect(new Set(secrets).size).toBe(secrets.length);
  });

  it('are readable by their owner only', () => {
    const files = folder();
    demoAccounts(files);
    for (const file of [files.demo, files.district, files.secondDistrict]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('give identity people whose facilities exist, and passwords mixed enough (R5)', () => {
    const files = folder();
    demoAccounts(files);
    for (const file of [files.district, files.secondDistrict]) {
      const { facilities, people } = read(file);
      const ids = new Set(facilities.map(({ id }) => id));
      for (const { facilityId, password } of people) {
        expect(facilityId === undefined || ids.has(facilityId)).toBe(true);
        expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{14}$/);
      }
    }
  });

  it('have a second district that shares nobody and no place with the first, also where the first was made before it', () => {
    const files = folder();
    const { secondDistrict, ...before } = demoAccounts(files);
    saveDemo(files, before as Parameters<typeof saveDemo>[1]);
    const again = demoAccounts(files);
    expect(again).toMatchObject(before);
    expect(secondDistrict?.accounts.map(({ role }) => role)).toEqual(['secondDoctor', 'secondClerk', 'secondApprover']);
    const [one, other] = [files.district, files.secondDistrict].map(read) as [DistrictFile, DistrictFile];
    const namesOf = ({ district, facilities, people }: DistrictFile): string[] => [
      district.id,
      ...facilities.flatMap(({ id, institutionCode }) => [id, institutionCode]),
      ...people.flatMap(({ id, accountName }) => [id, accountName]),
    ];
    const taken = new Set(namesOf(one));
    expect(namesOf(other).filter((name) => taken.has(name))).toEqual([]);
  });
});

describe('signature', () => {
  it('is a PNG well below the limit of 40 KB', () => {
    const bytes = drawSignature();
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.length).toBeLessThan(4096);
  });
});
