/**
 * Command: recomputes the chains of the access record and holds them against the signed heads (V43). Reads only.
 * Prints one line a district; exit code 1 when one does not hold.
 */
import 'reflect-metadata';
import { openKeyring } from '@heya/service-common/keyring';
import { inViewer, openOrm } from '@heya/service-common/orm';
import { bucketOf, readRecordEnvironment } from './environment.ts';
import { type ChainReport, readSignedHeads, verifyAccessLog } from './modules/access-log/index.ts';
import { ormConfig } from './orm.config.ts';

const environment = readRecordEnvironment();
const { DATABASE_URL, KEYRING_FILE, AUDIT_HEAD_DIR } = environment;
const keyring = await openKeyring(KEYRING_FILE);
// Before the chains: a head signed meanwhile would speak of lines that this reading does not see.
const { heads, unreadable } = await readSignedHeads(AUDIT_HEAD_DIR, bucketOf(environment));
const orm = await openOrm(ormConfig(readOnly(DATABASE_URL)));
const anchors = { heads, keyring, now: new Date() };
const reports = await inViewer(orm.em, { type: 'service', name: 'consent' }, (tx) => verifyAccessLog(tx, anchors));
await orm.close(true);

/** One snapshot, in which nothing can be changed. */
function readOnly(address: string): string {
  const url = new URL(address);
  url.searchParams.set('options', '-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read');
  return url.toString();
}

const described = ({ districtId, entries, signedUntil, brokenAt, reason }: ChainReport): string =>
  brokenAt === undefined
    ? `${districtId} OK entries=${entries} signedUntil=${signedUntil}\n`
    : `${districtId} BROKEN first bad entry=${brokenAt} (${reason}) entries=${entries} signedUntil=${signedUntil}\n`;

for (const report of reports) process.stdout.write(described(report));
for (const place of unreadable) process.stdout.write(`${place} BROKEN signed head cannot be read\n`);
process.exitCode = unreadable.length > 0 || reports.some(({ brokenAt }) => brokenAt !== undefined) ? 1 : 0;
