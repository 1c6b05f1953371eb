/** The migrations are what the entities say. */
import { openOrm } from '@heya/service-common/orm';
import { createDatabase } from '@heya/testkit/database';
import { expect, test } from 'vitest';
import { migrateDatabase } from './app.ts';
import { ormConfig } from './orm.config.ts';

test('the migrations make exactly the tables of the entities', async () => {
  const database = await createDatabase('room', migrateDatabase);
  const orm = await openOrm(ormConfig(database.ownerUrl));
  expect((await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()).toBe('');
  await orm.close(true);
});
