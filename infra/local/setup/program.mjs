// Runs one of the repository's own programs (audit, bench) under Node 24, on a fresh clone too.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { pathWithModules, run } from './install.mjs';
import { root } from './paths.mjs';
import { Problem } from './say.mjs';

/**
 * @param {string} folder below infra/
 * @param {string} name the program: <name>.mjs or <name>.ts
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function runProgram(folder, name, args) {
  const script = ['mjs', 'ts'].map((kind) => join(root, 'infra', folder, `${name}.${kind}`)).find((file) => existsSync(file));
  if (!script || !/^[\w-]+$/.test(name))
    throw new Problem(`infra/${folder} に「${name}」はありません。`, `There is no "${name}" in infra/${folder}.`);
  await buildAll();
  return run(process.execPath, [script, ...args], { env: { ...process.env, PATH: pathWithModules() } });
}
