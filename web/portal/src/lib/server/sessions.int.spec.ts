/** Sign-ins at rest, on a real PostgreSQL: kept sealed, locked and ended by time, renewed by one at a time. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { databaseUrl } from '../../../../../infra/postgres/provision.mjs';
import type {} from '../../../../../services/testkit/src/setup.ts';
import { SessionStore, type Tokens } from './sessions.ts';

const name = `test_portal_${randomBytes(6).toString('hex')}`;
const key = randomBytes(32);
const tokens = (access: string): Tokens => ({ access, refresh: `refresh of ${access}`, id: 'id', expiresAt: 0 });
let store: SessionStore;
let admin: pg.Client;

beforeAll(async () => {
  const { adminUrl, password } = inject('cluster');
  const cluster = new pg.Client({ connectionString: adminUrl });
  await cluster.connect();
  await cluster.query(`create database ${name} owner heya_portal`);
  await cluster.end();
  admin = new pg.Client({ connectionString: databaseUrl(adminUrl, name) });
  await admin.connect();
  store = new SessionStore(databaseUrl(adminUrl, name, 'heya_portal', password), key);
});
afterAll(async () => {
  await store.close();
  await admin.end();
});

let id: string;
beforeEach(async () => ({ id } = await store.create(tokens('first'))));

const ageBy = (minutes: number): Promise<unknown> =>
  admin.query(`update portal_session set used_at = used_at - interval '${minutes} minutes'`);

describe('a sign-in at rest', () => {
  it('is found by its id alone, and gives its tokens back', async () => {
    expect(await store.find(id)).toMatchObject({ id, locked: false });
    expect(await store.tokens(id)).toEqual(tokens('first'));
    expect([await store.find('another'), await store.tokens('another')]).toEqual([null, null]);
  });

  it('shows neither id nor tokens to whoever reads the table, and its tokens fit no other row', async () => {
    const { rows } = await admin.query<{ all: string }>(`select portal_session::text as all from portal_session`);
    const text = rows.map((row) => row.all).join();
    for (const secret of [id, 'first', Buffer.from('first').toString('hex'), Buffer.from(id).toString('hex')])
      expect(text).not.toContain(secret);
    const other = await store.create(tokens('other'));
    await admin.query('update portal_session set tokens = (select tokens from portal_session order by created_at desc limit 1)');
    expect(await store.tokens(id)).toBeNull();
    expect(await store.tokens(other.id)).toEqual(tokens('other'));
  });

  it('is taken once, however many sign out together', async () => {
    const taken = await Promise.all([store.take(id), store.take(id), store.take(id)]);
    expect(taken.filter((each) => each !== null)).toEqual([tokens('first')]);
    expect(await store.find(id)).toBeNull();
  });

  it('is gone after removal', async () => {
    await store.remove(id);
    expect([await store.find(id), await store.tokens(id)]).toEqual([null, null]);
  });
});

describe('a sign-in without use (R6)', () => {
  it('is locked when asked for, and use does not open it again', async () => {
    await store.lock(id);
    await store.touch(id);
    expect(await store.find(id)).toMatchObject({ locked: true });
  });

  it('is locked after 10 minutes though the browser never said so, and over after 30', async () => {
    await ageBy(9);
    expect(await store.find(id)).toMatchObject({ locked: false });
    await ageBy(1);
    await store.touch(id);
    const found = await store.find(id);
    expect(found?.locked).toBe(true);
    expect(found?.idleMs).toBeGreaterThanOrEqual(600_000);
    await ageBy(20);
    expect([await store.find(id), await store.tokens(id)]).toEqual([null, null]);
    expect(await store.take(id), 'what is over is still to be ended at identity').toEqual(tokens('first'));
  });

  it('stays open by use, but never longer than 12 hours', async () => {
    await ageBy(9);
    await store.touch(id);
    await ageBy(9);
    expect(await store.find(id)).toMatchObject({ locked: false });
    await admin.query(`update portal_session set created_at = created_at - interval '12 hours', used_at = now()`);
    expect(await store.find(id)).toBeNull();
  });
});

describe('a sign-in on a registered device (R6)', () => {
  it('is known by the device from the renewal in which it first signed', async () => {
    expect(await store.find(id)).not.toHaveProperty('deviceId');
    await store.renew(
      id,
      () => false,
      () => Promise.resolve({ ...tokens('bound'), deviceId: 'one' }),
    );
    expect(await store.find(id)).toMatchObject({ deviceId: 'one' });
  });
});

describe('renewal', () => {
  it('is done by one of many at once; the others take what it got (V03)', async () => {
    let asked = 0;
    const renew = async (): Promise<Tokens> => tokens(`renewed ${++asked}`);
    const fresh = ({ access }: Tokens): boolean => access.startsWith('renewed');
    const got = await Promise.all(Array.from({ length: 12 }, () => store.renew(id, fresh, renew)));
    expect(new Set(got.map((each) => each?.access))).toEqual(new Set(['renewed 1']));
    expect(asked).toBe(1);
  });

  it('ends the sign-in when there are no new tokens, and keeps it when nobody answers', async () => {
    await expect(
      store.renew(
        id,
        () => false,
        () => Promise.reject(new Error('down')),
      ),
    ).rejects.toThrow('down');
    expect(await store.tokens(id)).toEqual(tokens('first'));
    expect(
      await store.renew(
        id,
        () => false,
        () => Promise.resolve(null),
      ),
    ).toBeNull();
    expect(await store.find(id)).toBeNull();
  });
});
