// Builds what has changed since the last time; turbo knows what that is.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathWithModules } from './install.mjs';
import { root } from './paths.mjs';
import { Problem, say, watchTime } from './say.mjs';

/** @param {boolean} portal leave the portal out when it will not run */
export async function buildAll(portal = true) {
  say('組み立てています。', 'building');
  const stopWatch = watchTime('組み立て中', 'building');
  const kept = [];
  const code = await turbo(['run', 'build', '--output-logs=new-only', ...(portal ? [] : ['--filter=!@heya/portal'])], (line) => {
    kept.push(line);
    const [, name, state] = /^@heya\/(\S+?):build: cache (hit|miss)/.exec(line) ?? [];
    if (name) say(`  ${name}: ${state === 'hit' ? '変更なし' : '組み立て'}`, state === 'hit' ? 'unchanged' : 'building');
  });
  stopWatch();
  if (code !== 0) throw new Problem('組み立てに失敗しました。', 'The build failed.', kept.slice(-40));
}

function turbo(args, onLine) {
  const environment = {
    ...process.env,
    PATH: pathWithModules(),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  };
  return new Promise((resolve, reject) => {
    const child = spawn('turbo', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: environment });
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
