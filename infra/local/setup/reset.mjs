// npm start -- --reset: back to an empty installation.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Cluster } from '../postgres/cluster.mjs';
import { dataFiles } from './paths.mjs';
import { say } from './say.mjs';

/** Removes data, secrets and demo accounts of one data folder; its server must not run on them. */
export async function resetData(dir) {
  const files = dataFiles(dir);
  if (!existsSync(files.logs)) return;
  const cluster = new Cluster({ folder: files.cluster, port: 0, password: '', log: join(files.logs, 'postgres.log') });
  await cluster.stop();
  const ours = [files.cluster, files.secrets, files.demo, files.district, files.procs, files.supervisor, files.logs];
  for (const path of [cluster.dataFolder, ...ours]) rmSync(path, { recursive: true, force: true });
  say('データを消して、初めからにします。', 'data removed, beginning anew');
}
