#!/usr/bin/env node
// node infra/local/keyring.mjs rotate [--dir .heya]: a new key becomes the active one; older ones still open what they closed.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled, underNode24 } from './setup/install.mjs';
import { dataFiles, defaultDataFolder } from './setup/paths.mjs';
import { fail, Problem, say } from './setup/say.mjs';

try {
  await ensureInstalled();
  if (await underNode24(fileURLToPath(import.meta.url), process.argv.slice(2))) await rotate();
} catch (error) {
  fail(error);
}

async function rotate() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { dir: { type: 'string' } } });
  if (positionals[0] !== 'rotate') throw new Problem('rotate と書いてください。', 'Say rotate.');
  const { rotateKeyring } = await import('../../services/common/src/keyring.ts');
  const id = await rotateKeyring(dataFiles(resolve(values.dir ?? defaultDataFolder)).keyring);
  say(`これからは鍵 ${id} を使います。`, `key ${id} is active from now on`);
}
