/** `npm run migration:create`: writes what the entities say and the owner's database does not yet, as a new migration. */
import 'reflect-metadata';
import { openOrm } from '@heya/service-common/orm';
import { readEnvironment } from './environment.ts';
import { options } from './orm.config.ts';

const orm = await openOrm(options(readEnvironment().MIGRATION_DATABASE_URL));
const { fileName } = await orm.migrator.create();
process.stdout.write(`${fileName || 'Nothing to do'}\n`);
await orm.close(true);
