import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { KeyringError, makeKeyring, openKeyring, rotateKeyring } from './keyring.ts';

const home = mkdtempSync(join(tmpdir(), 'heya-keyring-'));
let file: string;
let count = 0;
const plain = Buffer.alloc(32, 7);

beforeEach(async () => {
  file = join(home, String((count += 1)), 'keyring.json');
  await makeKeyring(file);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the keyring file', () => {
  it('is made once, for its owner alone', async () => {
    const before = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await makeKeyring(file)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is made by one of those who begin at once', async () => {
    const fresh = join(home, 'at-once', 'keyring.json');
    const made = await Promise.all(Array.from({ length: 8 }, () => makeKeyring(fresh)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await (await openKeyring(fresh)).activeKeyId()).toMatch(/^\d{4}-\d\d-\d\d-/);
  });

  it.each([0o640, 0o604, 0o660])('is refused when others may touch it (%o), at the start and later', async (mode) => {
    const keyring = await openKeyring(file);
    const wrapped = await keyring.wrap(plain, 'a');
    chmodSync(file, mode);
    await expect(openKeyring(file)).rejects.toThrow(KeyringError);
    await expect(keyring.unwrap(wrapped, 'a')).rejects.toThrow(/chmod 600/);
  });

  it('is refused when missing or damaged, without showing what is in it', async () => {
    await expect(openKeyring(`${file}.nowhere`)).rejects.toThrow(/missing/);
    expect(existsSync(`${file}.nowhere`)).toBe(false);
    const content = JSON.parse(readFileSync(file, 'utf8')) as { active: string };
    for (const damage of ['', '{', JSON.stringify({ ...content, active: 'gone' }), JSON.stringify({ ...content, keys: [] })]) {
      writeFileSync(file, damage);
      await expect(openKeyring(file)).rejects.toThrow(/damaged\.$/);
    }
  });
});

describe('wrapping', () => {
  it('gives back what was wrapped, in its context alone', async () => {
    const keyring = await openKeyring(file);
    const wrapped = await keyring.wrap(plain, 'room-a');
    expect(wrapped.bytes.includes(plain)).toBe(false);
    expect(await keyring.unwrap(wrapped, 'room-a')).toEqual(plain);
    await expect(keyring.unwrap(wrapped, 'room-b')).rejects.toThrow(KeyringError);
    await expect(keyring.unwrap({ ...wrapped, keyId: 'other' }, 'room-a')).rejects.toThrow(/no key other/);
    await expect(keyring.unwrap({ ...wrapped, bytes: Buffer.alloc(3) }, 'room-a')).rejects.toThrow(KeyringError);
  });

  it('after a rotation goes on under the new key and still opens the old, without a restart', async () => {
    const keyring = await openKeyring(file);
    const old = await keyring.wrap(plain, 'a');
    const signed = await keyring.sign(plain);
    const added = await rotateKeyring(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await keyring.wrap(plain, 'a')).toMatchObject({ keyId: added });
    expect(old.keyId).not.toBe(added);
    expect(await keyring.unwrap(old, 'a')).toEqual(plain);
    expect(await keyring.verify(plain, signed)).toBe(true);
  });
});

describe('signing', () => {
  it('holds for these bytes and this key alone', async () => {
    const keyring = await openKeyring(file);
    const signature = await keyring.sign(plain);
    expect(await keyring.verify(plain, signature)).toBe(true);
    expect(await keyring.verify(Buffer.alloc(32, 8), signature)).toBe(false);
    expect(await keyring.verify(plain, { ...signature, keyId: 'unknown' })).toBe(false);
    expect(await keyring.verify(plain, { ...signature, bytes: Buffer.alloc(64) })).toBe(false);
    const other = join(home, 'other', 'keyring.json');
    await makeKeyring(other);
    expect(await (await openKeyring(other)).verify(plain, signature)).toBe(false);
  });
});
