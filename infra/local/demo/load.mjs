// Brings the demo into a running stack: the district by identity's own command, the room over the public API.
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../setup/say.mjs';
import { demoAccounts, saveDemo } from './accounts.mjs';
import { Cast, fileIdChange, openRoom } from './journey.mjs';

const roomScript = JSON.parse(readFileSync(new URL('./room.json', import.meta.url), 'utf8'));

/**
 * Each part is done once per installation and can be interrupted.
 * @param {{files: any, urls: any, planOf(name: string): import('../processes/plan.mjs').ProcessPlan}} stack
 * @param {'accounts' | 'room'} upTo
 * @returns {Promise<import('../stack.d.mts').Demo>}
 */
export async function loadDemo(stack, upTo) {
  const demo = { ...demoAccounts(stack.files), urls: stack.urls };
  saveDemo(stack.files, demo);
  if (!demo.districtLoaded) {
    await loadDistrict(stack);
    demo.districtLoaded = true;
    saveDemo(stack.files, demo);
  }
  if (!demo.secondDistrict.loaded) {
    await loadDistrict(stack, stack.files.secondDistrict);
    demo.secondDistrict.loaded = true;
    saveDemo(stack.files, demo);
  }
  if (upTo === 'room' && !demo.room) {
    await openDemoRoom(stack, demo);
    saveDemo(stack.files, demo);
  }
  if (upTo === 'room' && !demo.idChangeFiled) {
    // Kept first: filed twice it would be refused, and a demo without it is a demo all the same.
    demo.idChangeFiled = true;
    saveDemo(stack.files, demo);
    await fileIdChange(new Cast(stack.urls, demo.accounts));
  }
  return demo;
}

/** Opens the demo's room, and tells in the accounts who is in it. */
export async function openDemoRoom({ urls }, demo) {
  const room = await openRoom(new Cast(urls, demo.accounts), roomScript);
  demo.room = room;
  const members = new Set(roomScript.members.map(({ role }) => role));
  for (const account of demo.accounts) if (members.has(account.role)) account.room = room.id;
}

/**
 * identity's own command: there is no API that makes people, on purpose.
 * @param {{files: any, planOf(name: string): import('../processes/plan.mjs').ProcessPlan}} stack
 * @param {...string} given files of districts; the demo district unless told otherwise
 */
export async function loadDistrict(stack, ...given) {
  const { files } = stack;
  const paths = given.length > 0 ? given : [files.district];
  const { folder, environment } = stack.planOf('identity');
  const script = existsSync(join(folder, 'dist', 'load-district.js')) ? ['dist/load-district.js'] : ['dist/main.js', 'load-district'];
  const log = createWriteStream(join(files.logs, 'load-district.log'), { flags: 'a', mode: 0o600 });
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...script, ...paths], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
    child.on('error', reject);
    child.on('close', resolve);
  });
  log.end();
  if (code !== 0)
    throw new Problem(
      `デモの地区を読み込めませんでした。記録をご覧ください: ${log.path}`,
      `The demo district could not be loaded; see ${log.path}.`,
    );
}
