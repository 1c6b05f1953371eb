// PostgreSQL refuses to run as root. Started by root it gets the system's unprivileged `postgres` account.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Problem } from '../setup/say.mjs';

/** @typedef {{uid: number, gid: number}} Account */

/** @returns {Account | undefined} undefined when the present user may run the server */
export function serverAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const found = findAccount() ?? createAccount();
  if (found) return found;
  throw new Problem(
    '管理者(root)のままではデータベースを動かせず、専用の利用者 postgres も作れませんでした。一般の利用者で起動してください。',
    'PostgreSQL does not run as root and the account "postgres" could not be made. Start as an ordinary user.',
  );
}

/** Whether that account may pass through a folder: every folder above it must let it pass too. */
export function canReach(account, path) {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

function findAccount() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function createAccount() {
  const quiet = { stdio: 'ignore' };
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', 'postgres'],
    quiet,
  );
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', 'postgres'], quiet);
  return findAccount();
}
