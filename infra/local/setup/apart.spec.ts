import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { prepareApart, retireApart } from './apart.mjs';
import { dataFiles } from './paths.mjs';

const home = mkdtempSync(join(tmpdir(), 'heya apart '));
let files: ReturnType<typeof dataFiles>;
let count = 0;
beforeEach(() => (files = dataFiles(join(home, String((count += 1))))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

it('the keyring is made at the first start, for its owner alone, and kept at the next', async () => {
  await prepareApart(files);
  const keyring = readFileSync(files.keyring, 'utf8');
  await prepareApart(files);
  expect(readFileSync(files.keyring, 'utf8')).toBe(keyring);
  expect(statSync(files.keyring).mode & 0o777).toBe(0o600);
});

it('beginning anew puts keyring, ledger and heads away together, and the new installation has its own', async () => {
  expect(retireApart(files, new Date())).toBeUndefined();
  await prepareApart(files);
  const keyring = readFileSync(files.keyring, 'utf8');
  writeFileSync(files.ledger, 'line\n');
  const place = retireApart(files, new Date('2026-11-22T06:00:00Z')) ?? '';
  expect(basename(place)).toBe('2026-11-22T06-00-00-000Z');
  expect(readdirSync(place).sort()).toEqual(['audit-heads', 'keyring', 'ledger']);
  expect(readFileSync(join(place, 'ledger', 'consent.jsonl'), 'utf8')).toBe('line\n');
  expect(existsSync(files.ledger)).toBe(false);
  await prepareApart(files);
  expect(readFileSync(files.keyring, 'utf8')).not.toBe(keyring);
});
