/** Command: recomputes the chains of the access record. Prints one line a district; exit code 1 when one does not hold. */
import 'reflect-metadata';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { readEnvironment } from './environment.ts';
import { verifyAccessLog } from './modules/access-log/index.ts';
import { ormConfig } from './orm.config.ts';

const orm = await openOrm(ormConfig(readEnvironment().DATABASE_URL));
const reports = await inViewer(orm.em, { type: 'service', name: 'consent' }, verifyAccessLog);
for (const { districtId, entries, brokenAt } of reports) {
  process.stdout.write(brokenAt === undefined ? `${districtId} ${entries} OK\n` : `${districtId} ${entries} BROKEN at ${brokenAt}\n`);
}
await orm.close(true);
process.exitCode = reports.some(({ brokenAt }) => brokenAt !== undefined) ? 1 : 0;
