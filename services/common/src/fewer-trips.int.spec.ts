import { createRequire } from 'node:module';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { isConnectionLost } from './errors.ts';
import { type Em, inViewer, openOrm, type Orm, ormOptions } from './orm.ts';
import { planned } from './planned.ts';
import { commonDatabase } from './testing/database.ts';
import type { Viewer } from './viewer.ts';

// The driver's own copy of pg: another copy would see nothing.
const require = createRequire(createRequire(import.meta.url).resolve('@mikro-orm/postgresql'));
const { prototype } = (require('pg') as { Client: { prototype: { query: (...given: any[]) => unknown } } }).Client;
const original = prototype.query;
let orm: Orm;
let sent: string[] = [];

beforeAll(async () => {
  orm = await commonDatabase('timeline');
  await orm.em.fork().execute('select 1');
  prototype.query = function query(this: unknown, ...given: any[]) {
    if (typeof given[0] === 'string') sent.push(given[0].replaceAll(/set_config\('[^']*', '[^']*', true\)(, )?/g, '…'));
    return original.apply(this, given);
  };
});
afterAll(async () => {
  prototype.query = original;
  await orm.close(true);
});
beforeEach(() => (sent = []));

const viewer: Viewer = { type: 'service', name: 'timeline' };
const count = async (tx: Em, stream: string): Promise<number> =>
  (await tx.execute<unknown[]>('select * from stream_counter where stream = ?', [stream])).length;
const insert = (tx: Em, stream: string) => tx.execute('insert into stream_counter (stream, seq) values (?, 1)', [stream]);
const who = async (tx: Em): Promise<string | undefined> =>
  (await tx.execute<{ who: string }[]>("select current_setting('app.viewer_type', true) as who"))[0]?.who;

it('a reading transaction begins with its first statement, knows who asks, and its end is not waited for', async () => {
  expect(await inViewer(orm.em, viewer, who)).toBe('service');
  expect(sent).toEqual(["begin; select …………………; select current_setting('app.viewer_type', true) as who", 'commit']);
});

it('a changing transaction is committed before it returns, and a failed one has changed nothing', async () => {
  await inViewer(orm.em, viewer, (tx) => insert(tx, 'kept'));
  expect(sent.at(-1)).toBe('commit');
  const broken = inViewer(orm.em, viewer, async (tx) => {
    await insert(tx, 'dropped');
    await insert(tx, 'kept');
  });
  await expect(broken).rejects.toMatchObject({ code: '23505' });
  expect(sent.at(-1)).toBe('rollback');
  expect(await inViewer(orm.em, viewer, async (tx) => [await count(tx, 'kept'), await count(tx, 'dropped')])).toEqual([1, 0]);
});

it('what fails first leaves a connection that works', async () => {
  for (let turn = 0; turn < 20; turn += 1)
    await expect(inViewer(orm.em, viewer, (tx) => tx.execute('select 1 / 0'))).rejects.toThrow(/zero/);
  expect(await inViewer(orm.em, viewer, who)).toBe('service');
});

it('when the first statement cannot even be read, nothing that follows is kept', async () => {
  const begun = inViewer(orm.em, viewer, async (tx) => {
    await tx.execute('selec 1').catch(() => undefined);
    await insert(tx, 'stray');
  });
  await expect(begun).rejects.toThrow(/only be undone/);
  expect(await inViewer(orm.em, viewer, (tx) => count(tx, 'stray'))).toBe(0);
});

it('nobody inherits who asked before, however many share the connections', async () => {
  const viewers: Viewer[] = [viewer, { type: 'anonymous' }];
  const asked = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const asker = viewers[index % 2] as Viewer;
      const inside = await inViewer(orm.em, asker, who);
      const outside = await who(orm.em.fork());
      return inside === asker.type && (outside ?? '') === '';
    }),
  );
  expect(asked.filter(Boolean)).toHaveLength(200);
});

it('a transaction without a statement never goes to the database; a part of one that fails is undone alone', async () => {
  await inViewer(orm.em, viewer, () => Promise.resolve());
  expect(sent).toEqual([]);
  await inViewer(orm.em, viewer, async (tx) => {
    await insert(tx, 'whole');
    await tx.transactional((part) => insert(part, 'whole')).catch(() => undefined);
  });
  expect(await inViewer(orm.em, viewer, (tx) => count(tx, 'whole'))).toBe(1);
});

it('what is asked over and over is planned once a connection, and travels with what begins the transaction', async () => {
  const ask = (stream: unknown) =>
    inViewer(orm.em, viewer, (tx) =>
      planned<{ seq: string }>(tx, 'select seq from stream_counter where stream = ? and seq < ?::int', [stream, 9]),
    );
  await inViewer(orm.em, viewer, (tx) => insert(tx, "it's"));
  sent = [];
  expect(await ask("it's")).toEqual([{ seq: '1' }]);
  expect(await ask('nothing')).toEqual([]);
  const call = /execute (heya_[0-9a-f]{16})\('it''s', 9\)/.exec(sent[1] ?? '');
  expect(sent).toEqual([
    `prepare ${call?.[1]} as select seq from stream_counter where stream = $1 and seq < $2::int`,
    `begin; select …………………; ${call?.[0]}`,
    'commit',
    `begin; select …………………; execute ${call?.[1]}('nothing', 9)`,
    'commit',
  ]);
});

it('a plan that could not be made is made at the next try; one that was made outlives what failed around it', async () => {
  const three = (tx: Em) => planned(tx, 'select 3 as three', []);
  const lost = inViewer(orm.em, viewer, async (tx) => {
    await who(tx);
    await tx.execute('select 1 / 0').catch(() => undefined);
    await three(tx);
  });
  await expect(lost).rejects.toMatchObject({ code: '25P02' });
  expect(await inViewer(orm.em, viewer, three)).toEqual([{ three: 3 }]);
  const within = inViewer(orm.em, viewer, async (tx) => {
    await planned(tx, 'select 2 as two', []);
    throw new Error('undone');
  });
  await expect(within).rejects.toThrow('undone');
  expect(await inViewer(orm.em, viewer, (tx) => planned(tx, 'select 2 as two', []))).toEqual([{ two: 2 }]);
});

it('whoever gets no connection in time is told that the service is not available, and holds up nobody', async () => {
  const options = ormOptions(orm.config.get('clientUrl'), [], []);
  expect(options.driverOptions).toMatchObject({ connectionTimeoutMillis: 10_000 });
  const narrow = await openOrm({
    ...options,
    pool: { min: 0, max: 1 },
    driverOptions: { ...options.driverOptions, connectionTimeoutMillis: 1500 },
  });
  const late = await inViewer(narrow.em, viewer, async (tx) => {
    await who(tx);
    return inViewer(narrow.em, viewer, who).catch((error: unknown) => error);
  });
  expect(isConnectionLost(late)).toBe(true);
  expect(await inViewer(narrow.em, viewer, who)).toBe('service');
  await narrow.close(true);
});
