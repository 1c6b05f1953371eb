import { Bus } from '@heya/service-common/bus';
import { createLogger } from '@heya/service-common/logger';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBus } from './bus.ts';
import { busUrl, createDatabase, queryAsAdmin } from './database.ts';
import { testEnvironment, type TestEnvironment } from './environment.ts';
import { newId } from './viewers.ts';

/** Stands for a service's migrations. */
const template = 'template_visits';
let migrated = 0;
const migrate = async (url: string): Promise<void> => {
  migrated += 1;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table visit (id int primary key)');
  await client.end();
};

let environment: TestEnvironment;
let bus: TestBus;
beforeAll(async () => {
  environment = await testEnvironment('room', migrate, { template });
  bus = await TestBus.open({ bus: environment.bus, service: 'room' });
});
afterAll(() => bus.close());

test('a service is migrated once; each copy stands alone', async () => {
  const other = await createDatabase('room', migrate, template);
  await queryAsAdmin(other.adminUrl, 'insert into visit values (1)');
  expect(await queryAsAdmin(environment.database.adminUrl, 'select * from visit')).toEqual([]);
  expect(migrated).toBe(1);
});

test('the runtime role writes rows and owns nothing', async () => {
  const rows = await queryAsAdmin(environment.database.url, 'insert into visit values (7) returning id');
  expect(rows).toEqual([{ id: 7 }]);
  await expect(queryAsAdmin(environment.database.url, 'drop table visit')).rejects.toThrow(/must be owner/);
  const { database } = environment;
  const foreign = database.url.replace('heya_room:', 'heya_timeline:');
  await expect(queryAsAdmin(foreign, 'select 1')).rejects.toThrow(/permission denied/);
});

test('an event of another service counts as applied only when the consumer has said so', async () => {
  const userId = newId();
  const own = new Bus(busUrl(environment.bus, 'room'), 'room', createLogger('room', 'silent'));
  const position = await bus.send('identity.userDeactivated', { userId });
  await own.reportProgress(position - 1, true);
  const applied = bus.applied(position);
  await own.reportProgress(position, true);
  await applied;
  expect((await bus.published('identity.userDeactivated', (payload) => payload.userId === userId)).position).toBe(position);
  await own.close();
});
