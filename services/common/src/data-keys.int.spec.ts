import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataKeys, type Place, type Scope } from './data-keys.ts';
import { newId } from './id.ts';
import { type KeyProvider, makeKeyring, openKeyring, rotateKeyring } from './keyring.ts';
import { dataKey, type Em, type Orm } from './orm.ts';
import { commonDatabase } from './testing/database.ts';

const home = mkdtempSync(join(tmpdir(), 'heya-data-keys-'));
const file = join(home, 'keyring.json');
let orm: Orm;
let provider: KeyProvider;
let keys: DataKeys;

beforeAll(async () => {
  orm = await commonDatabase('consent', [dataKey]);
  await makeKeyring(file);
  provider = await openKeyring(file);
  keys = new DataKeys(provider);
});
afterAll(async () => {
  await orm.close(true);
  rmSync(home, { recursive: true, force: true });
});

const newScope = (): Scope => ({ id: newId(), districtId: newId() });
const newPlace = (): Place => ({ rowId: newId(), column: 'consent_signature.sealed' });
const within = <T>(work: (tx: Em) => Promise<T>): Promise<T> => orm.em.fork().transactional((tx) => work(tx as Em));
const seal = (scope: Scope, place: Place, plain: Buffer) => within((tx) => keys.seal(tx, scope, place, plain));
const open = (scope: Scope, place: Place, sealed: Buffer, by = keys) => within((tx) => by.open(tx, scope, place, sealed));
const rows = (scope: Scope) =>
  orm.em
    .fork()
    .execute<{ version: number; key_id: string; wrapped: Buffer | null }[]>('select * from data_key where scope = ? order by version', [
      scope.id,
    ]);

describe('sealing', () => {
  it('gives back any bytes, and says nothing of them', async () => {
    const [scope, place] = [newScope(), newPlace()];
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4096 }), async (bytes) => {
        const plain = Buffer.from(bytes);
        const [sealed, again] = [await seal(scope, place, plain), await seal(scope, place, plain)];
        expect(sealed.equals(again)).toBe(false);
        if (plain.length >= 8) expect(sealed.includes(plain)).toBe(false);
        expect(await open(scope, place, sealed)).toEqual(plain);
      }),
      { numRuns: 40 },
    );
  });

  it('opens nowhere but in its place, and not with one bit changed', async () => {
    const [scope, place, plain] = [newScope(), newPlace(), Buffer.from('署名')];
    const sealed = await seal(scope, place, plain);
    const change = fc.oneof(
      fc.record({ kind: fc.constantFrom('district', 'scope', 'row', 'column') }),
      fc.record({ kind: fc.constant('byte'), at: fc.nat(sealed.length - 1), bit: fc.nat(7) }),
      fc.record({ kind: fc.constant('cut'), at: fc.nat(sealed.length - 1) }),
    );
    await fc.assert(
      fc.asyncProperty(change, async ({ kind, ...rest }) => {
        const { at = 0, bit = 0 } = rest as { at?: number; bit?: number };
        const altered = Buffer.from(kind === 'cut' ? sealed.subarray(0, at) : sealed);
        if (kind === 'byte') altered[at] = (altered[at] ?? 0) ^ (1 << bit);
        const elsewhere = { id: kind === 'scope' ? newId() : scope.id, districtId: kind === 'district' ? newId() : scope.districtId };
        const spot = { rowId: kind === 'row' ? newId() : place.rowId, column: kind === 'column' ? 'other.column' : place.column };
        await expect(open(elsewhere, spot, altered)).rejects.toThrow(/cannot be used|cannot be unwrapped/);
      }),
      { numRuns: 120 },
    );
    expect(await open(scope, place, sealed)).toEqual(plain);
  });

  it("does not open with another scope's key put in its row", async () => {
    const [mine, theirs, place] = [newScope(), newScope(), newPlace()];
    await seal(mine, place, Buffer.from('a'));
    const sealed = await seal(theirs, place, Buffer.from('b'));
    await orm.em
      .fork()
      .execute('update data_key set wrapped = (select wrapped from data_key where scope = ?) where scope = ?', [theirs.id, mine.id]);
    await expect(open(mine, place, sealed)).rejects.toThrow(/cannot be unwrapped/);
    await orm.em.fork().execute('delete from data_key where scope = ?', [mine.id]);
  });

  it('makes one key a scope, whoever comes first', async () => {
    const [scope, place] = [newScope(), newPlace()];
    const sealed = await Promise.all(Array.from({ length: 12 }, (_, index) => seal(scope, place, Buffer.from([index]))));
    expect(await rows(scope)).toHaveLength(1);
    const opened = await Promise.all(sealed.map((bytes) => open(scope, place, bytes)));
    expect(opened.map((plain) => plain[0])).toEqual(sealed.map((_, index) => index));
  });

  it('after a renewal seals anew and opens the old', async () => {
    const [scope, place] = [newScope(), newPlace()];
    const old = await seal(scope, place, Buffer.from('old'));
    await within((tx) => keys.renew(tx, scope));
    const young = await seal(scope, place, Buffer.from('new'));
    expect([old.readUInt16BE(1), young.readUInt16BE(1)]).toEqual([1, 2]);
    expect([String(await open(scope, place, old)), String(await open(scope, place, young))]).toEqual(['old', 'new']);
  });
});

describe('destroying', () => {
  it('closes at once and for good, also where the key was in memory', async () => {
    const [scope, place] = [newScope(), newPlace()];
    const elsewhere = new DataKeys(provider);
    const sealed = await seal(scope, place, Buffer.from('a'));
    await open(scope, place, sealed, elsewhere);
    await within((tx) => keys.destroy(tx, scope.id, new Date()));
    await within((tx) => keys.destroy(tx, scope.id, new Date()));
    for (const by of [keys, elsewhere]) await expect(open(scope, place, sealed, by)).rejects.toMatchObject({ reason: 'DESTROYED' });
    await expect(seal(scope, place, Buffer.from('b'))).rejects.toMatchObject({ reason: 'DESTROYED' });
    expect((await rows(scope)).map(({ wrapped }) => wrapped)).toEqual([null, null]);
  });

  it('holds for a scope that has no key yet', async () => {
    const scope = newScope();
    await within((tx) => keys.destroy(tx, scope.id, new Date()));
    await expect(seal(scope, newPlace(), Buffer.from('b'))).rejects.toMatchObject({ reason: 'DESTROYED' });
  });

  /** @returns the work of a transaction that is held open, and its commit */
  async function held(work: (tx: Em) => Promise<unknown>): Promise<() => Promise<void>> {
    const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const done = within(async (tx) => {
      await work(tx);
      begun.resolve();
      await released.promise;
    });
    await Promise.race([begun.promise, done]);
    return async () => {
      released.resolve();
      await done;
    };
  }
  const waits = async (work: Promise<unknown>): Promise<void> => {
    const waiting = async (): Promise<unknown[]> =>
      orm.em
        .fork()
        .execute(
          "select 1 from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
        );
    let isDone = false;
    void work.catch(() => undefined).finally(() => (isDone = true));
    await expect.poll(async () => isDone || (await waiting()).length > 0, { timeout: 10_000 }).toBe(true);
  };

  it('takes along a key that another transaction is just making', async () => {
    for (const version of [1, 2]) {
      const scope = newScope();
      if (version === 2) await seal(scope, newPlace(), Buffer.from('a'));
      const commit = await held((tx) => (version === 1 ? keys.seal(tx, scope, newPlace(), Buffer.from('b')) : keys.renew(tx, scope)));
      const destroying = within((tx) => keys.destroy(tx, scope.id, new Date()));
      await waits(destroying);
      await commit();
      await destroying;
      expect((await rows(scope)).filter(({ wrapped }) => wrapped !== null)).toEqual([]);
    }
  });

  it('leaves none behind that is begun while it is under way', async () => {
    const scope = newScope();
    const commit = await held((tx) => keys.destroy(tx, scope.id, new Date()));
    const sealing = seal(scope, newPlace(), Buffer.from('b'));
    await waits(sealing);
    await commit();
    await expect(sealing).rejects.toMatchObject({ reason: 'DESTROYED' });
    expect((await rows(scope)).filter(({ wrapped }) => wrapped !== null)).toEqual([]);
  });
});

describe('keys in memory', () => {
  it('are unwrapped once within their time, are few, and are wrapped anew after a rotation', async () => {
    let [now, unwrapped] = [0, 0];
    const counting: KeyProvider = {
      activeKeyId: () => provider.activeKeyId(),
      wrap: (plain, context) => provider.wrap(plain, context),
      unwrap: (wrapped, context) => provider.unwrap(wrapped, context).finally(() => (unwrapped += 1)),
      sign: (data) => provider.sign(data),
      verify: (data, signature) => provider.verify(data, signature),
    };
    const short = new DataKeys(counting, { keepMs: 1000, keep: 2, clock: () => now });
    const [scope, place] = [newScope(), newPlace()];
    const sealed = await within((tx) => short.seal(tx, scope, place, Buffer.from('a')));
    for (let index = 0; index < 5; index += 1) await open(scope, place, sealed, short);
    expect(unwrapped).toBe(1);
    now = 1001;
    await open(scope, place, sealed, short);
    expect(unwrapped).toBe(2);
    for (const other of [newScope(), newScope()]) await within((tx) => short.seal(tx, other, place, Buffer.from('b')));
    await open(scope, place, sealed, short);
    expect(unwrapped).toBe(5);

    const active = await rotateKeyring(file);
    while (await within((tx) => short.rewrap(tx)));
    expect((await rows(scope)).map(({ key_id }) => key_id)).toEqual([active]);
    expect(String(await open(scope, place, sealed, short))).toBe('a');
  });
});
