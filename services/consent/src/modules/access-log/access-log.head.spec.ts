/** Where heads are kept: what a start finds there, after a crash too. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@heya/service-common/id';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHeadBucket } from './access-log.head.bucket.ts';
import { openHeadFolder } from './access-log.head.file.ts';
import type { SignedHead } from './access-log.head.policy.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heya-heads-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const district = newId();
const file = (): string => join(folder, `${district}.jsonl`);
const head = (seq: number): SignedHead => ({
  district,
  from: seq,
  seq,
  hash: 'a'.repeat(64),
  at: '2026-11-22T00:00:00.000Z',
  trail: Buffer.alloc(4000).toString('base64'),
  key: 'k',
  signature: 'AAAA',
});
const lines = (count: number): string => Array.from({ length: count }, (_, index) => `${JSON.stringify(head(index + 1))}\n`).join('');
const reached = async (): Promise<number | undefined> => (await (await openHeadFolder(folder)).reached()).get(district);

test.each([
  ['of a few heads', lines(3), '', 3],
  ['of more than is read at once', lines(40), '', 40],
  ['with half a line at its end', lines(40), '{"district":', 40],
  ['with half a line and no head', '', '{"district":', undefined],
  ['that is empty', '', '', undefined],
  ['that ends in more of what is no head than is read at once', `${lines(2)}${'no head\n'.repeat(30_000)}`, '', 2],
])('a file %s', async (_, whole, half, last) => {
  await writeFile(file(), whole + half);
  expect(await reached()).toBe(last);
  expect(await readFile(file(), 'utf8')).toBe(whole);
});

test('what is added is what is reached', async () => {
  const store = await openHeadFolder(folder);
  await store.add(head(1));
  await store.add(head(2));
  expect([(await store.reached()).get(district), await reached()]).toEqual([2, 2]);
});

test.each(['{"a": 1', '', '{"a": "b"}', '[]'])('notes of a bucket that say nothing, %j, keep nobody from starting', async (text) => {
  const notes = join(folder, 'bucket.json');
  const settings = { bucket: 'heya-heads', region: 'r', prefix: '', retainDays: 1, notes };
  await writeFile(notes, text);
  expect(await (await openHeadBucket(settings)).reached()).toEqual(new Map());
  await writeFile(notes, `{"${district}": 7}`);
  expect(await (await openHeadBucket(settings)).reached()).toEqual(new Map([[district, 7]]));
});
