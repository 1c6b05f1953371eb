/** The migrations are what the entities say. */
import { migrate, openOrm } from '@heya/service-common/orm';
import { createDatabase } from '@heya/testkit/database';
import { expect, test } from 'vitest';
import { options } from './orm.config.ts';

test('the migrations make exactly the tables of the entities', async () => {
  const database = await createDatabase('identity', (ownerUrl) => migrate(options(ownerUrl)));
  const orm = await openOrm(options(database.ownerUrl));
  expect((await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()).toBe('');
  await orm.close(true);
});
