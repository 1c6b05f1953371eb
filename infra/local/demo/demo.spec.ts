/** The demo district: invented, complete, and different in every installation. */
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFiles } from '../setup/paths.mjs';
import { demoAccounts } from './accounts.mjs';
import { drawSignature } from './signature.mjs';

const folder = () => dataFiles(mkdtempSync(join(tmpdir(), 'heya-demo-')));

describe('demo accounts', () => {
  it('are made once and found again', () => {
    const files = folder();
    expect(demoAccounts(files)).toEqual(demoAccounts(files));
  });

  it('share no secret with another installation', () => {
    const secrets = [folder(), folder()].flatMap((files) =>
      demoAccounts(files).accounts.flatMap(({ password, totpSecret }) => [password, totpSecret]),
    );
    expect(new Set(secrets).size).toBe(secrets.length);
  });

  it('are readable by their owner only', () => {
    const files = folder();
    demoAccounts(files);
    for (const file of [files.demo, files.district]) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('give identity people whose facilities exist, and passwords mixed enough (R5)', () => {
    const files = folder();
    demoAccounts(files);
    const { facilities, people } = JSON.parse(readFileSync(files.district, 'utf8')) as {
      facilities: { id: string }[];
      people: { facilityId?: string; password: string }[];
    };
    const ids = new Set(facilities.map(({ id }) => id));
    for (const { facilityId, password } of people) {
      expect(facilityId === undefined || ids.has(facilityId)).toBe(true);
      expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{14}$/);
    }
  });
});

describe('signature', () => {
  it('is a PNG well below the limit of 40 KB', () => {
    const bytes = drawSignature();
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.length).toBeLessThan(4096);
  });
});
