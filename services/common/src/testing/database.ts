/** A database with the common tables alone, as a service's runtime role sees it. */
import { randomBytes } from 'node:crypto';
import type { Options } from '@mikro-orm/postgresql';
import { inject } from 'vitest';
// What inject('cluster') gives is declared there.
import type {} from '@heya/testkit/setup';
import { databaseUrl, provisionServiceDatabase } from '../../../../infra/postgres/provision.mjs';
import { openOrm, type Orm, ormOptions } from '../orm.ts';

/** @param entities besides the common ones */
export async function commonDatabase(service: 'room' | 'timeline' | 'consent', entities: Options['entities'] = []): Promise<Orm> {
  const { adminUrl, password } = inject('cluster');
  const name = `test_common_${randomBytes(6).toString('hex')}`;
  await provisionServiceDatabase(adminUrl, service, name);
  const owner = await openOrm(ormOptions(databaseUrl(adminUrl, name, `heya_${service}_owner`, password), entities, []));
  await owner.schema.create();
  await owner.close(true);
  return openOrm(ormOptions(databaseUrl(adminUrl, name, `heya_${service}`, password), entities, []));
}
