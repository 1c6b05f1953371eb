// What lies apart from the database: keyring, ledger and signed audit heads (infra/decisions/0016).
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeKeyring } from '../../../services/common/src/keyring.ts';

/** Makes the keyring once, and the folders; ledgers and heads are written by consent, a ledger by room. */
export async function prepareApart({ keyring, ledger, auditHeads }) {
  for (const folder of [dirname(ledger), auditHeads]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  await makeKeyring(keyring);
}

/**
 * Puts all three away together: a backup of the old data needs them, a new installation must not know them.
 * @returns {string | undefined} where to, when there was anything
 */
export function retireApart({ keyring, ledger, auditHeads, retired }, now) {
  const found = [dirname(keyring), dirname(ledger), auditHeads].filter((folder) => existsSync(folder));
  if (found.length === 0) return undefined;
  const place = join(retired, now.toISOString().replaceAll(/[:.]/g, '-'));
  mkdirSync(place, { recursive: true, mode: 0o700 });
  for (const folder of found) renameSync(folder, join(place, basename(folder)));
  return place;
}
