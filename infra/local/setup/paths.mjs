// Where things lie. Built-ins only.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));
export const modules = join(root, 'node_modules');
/** Data, secrets and logs of this installation; never committed. */
export const defaultDataFolder = join(root, '.heya');

/** What lies in one data folder. */
export function dataFiles(dir) {
  return {
    dir,
    secrets: join(dir, 'secrets.json'),
    demo: join(dir, 'demo-accounts.json'),
    district: join(dir, 'demo-district.json'),
    secondDistrict: join(dir, 'demo-second-district.json'),
    procs: join(dir, 'procs.json'),
    supervisor: join(dir, 'supervisor.json'),
    logs: join(dir, 'logs'),
    cluster: join(dir, 'postgres'),
    objects: join(dir, 'objects'),
    // Apart from the database and its backups (infra/decisions/0016).
    keyring: join(dir, 'keyring', 'keyring.json'),
    ledger: join(dir, 'ledger', 'consent.jsonl'),
    roomLedger: join(dir, 'ledger', 'room.jsonl'),
    auditHeads: join(dir, 'audit-heads'),
    retired: join(dir, 'retired'),
  };
}
