// What `npm run audit:verify` does once Node 24 is there: reads the record where it lies, and changes nothing.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseUrl } from '../../postgres/provision.mjs';
import { Cluster } from '../postgres/cluster.mjs';
import { freePorts } from '../processes/ports.mjs';
import { buildAll } from './build.mjs';
import { run } from './install.mjs';
import { dataFiles, defaultDataFolder, root } from './paths.mjs';
import { Problem, say } from './say.mjs';
import { readJson } from './secrets.mjs';

const role = 'heya_consent';
const folder = join(root, 'services', 'consent');
const script = join('dist', 'verify-access-log.js');

/** @returns {Promise<number>} 0 when every chain holds, 1 when one does not */
export async function verifyRecord(args) {
  const { values } = parseArgs({ args, options: { dir: { type: 'string' } } });
  const files = dataFiles(resolve(values.dir ?? defaultDataFolder));
  const secrets = readJson(files.secrets);
  if (!secrets) throw new Problem(`${files.dir} に部屋のデータはありません。`, `There is no installation in ${files.dir}.`);
  if (!existsSync(join(folder, script))) await buildAll(false);
  const code = await withServer(files, secrets, (adminUrl) =>
    verify(files, databaseUrl(adminUrl, role, role, secrets.rolePasswords[role])),
  );
  if (code === 0)
    say(
      '記録はつながっており、署名された控え(signedUntil まで)と一致しています。',
      'the chains hold and are, up to signedUntil, what was signed',
    );
  else
    say(
      '■ 記録が、署名された控えと一致しません。最初の行は上のとおりです。',
      'the record is not what was signed; the first bad entry is named above',
    );
  return code;
}

const verify = (files, url) =>
  run(process.execPath, [script], {
    cwd: folder,
    env: {
      ...process.env,
      DATABASE_URL: url,
      KEYRING_FILE: files.keyring,
      AUDIT_HEAD_DIR: files.auditHeads,
    },
  });

/** The server that runs, or else one started for this alone and ended afterwards. */
async function withServer(files, { postgresPassword: password }, work) {
  const at = (port) => new Cluster({ folder: files.cluster, port, password, log: join(files.logs, 'postgres.log') });
  const resting = at(0);
  if (resting.pid !== undefined) return work(at(resting.servedPort).adminUrl);
  // Starting would make an empty one.
  if (!resting.isMade) throw new Problem(`${files.cluster} にデータベースがありません。`, `There is no database in ${files.cluster}.`);
  const { postgres: port } = await freePorts(['postgres']);
  const own = at(port);
  await own.start();
  try {
    return await work(own.adminUrl);
  } finally {
    // Whoever started the installation meanwhile has taken the server over.
    if (own.servedPort === port) await own.stop();
  }
}
