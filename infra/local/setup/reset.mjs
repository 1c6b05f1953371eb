// npm start -- --reset: back to an empty installation.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster } from '../postgres/cluster.mjs';
import { retireApart } from './apart.mjs';
import { dataFiles } from './paths.mjs';
import { say } from './say.mjs';

/**
 * Removes data, secrets and demo accounts of one data folder; its server must not run on them. Keyring, ledger and audit heads
 * speak of the data that goes: they are put away together, so that they neither bind the new installation nor are lost to a backup.
 */
export async function resetData(dir) {
  const files = dataFiles(dir);
  if (!existsSync(files.logs)) return;
  const cluster = new Cluster({ folder: files.cluster, port: 0, password: '', log: join(files.logs, 'postgres.log') });
  await cluster.stop();
  const { cluster: data, secrets, demo, district, secondDistrict, procs, supervisor, logs, objects } = files;
  const ours = [data, secrets, demo, district, secondDistrict, procs, supervisor, logs, objects];
  for (const path of [cluster.dataFolder, ...ours]) rmSync(path, { recursive: true, force: true });
  const retired = retireApart(files, new Date());
  say('データを消して、初めからにします。', 'data removed, beginning anew');
  if (retired) say(`  鍵・台帳・監査の控えは消さずに移しました: ${retired}`, `keyring, ledger and audit heads were moved to ${retired}`);
}
