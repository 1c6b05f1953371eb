#!/usr/bin/env node
// npm run bench -- live [--json]: a measurement of infra/bench on a real stack of its own; its last line is JSON when asked for.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, underNode24 } from './setup/install.mjs';
import { fail, Problem } from './setup/say.mjs';

try {
  await ensureInstalled();
  if (await underNode24(fileURLToPath(import.meta.url), process.argv.slice(2))) process.exitCode = await bench(process.argv.slice(2));
} catch (error) {
  fail(error);
}

async function bench([name, ...args]) {
  if (!name) throw new Problem('計測の名前を書いてください。例: npm run bench -- live', 'Say which benchmark, e.g. npm run bench -- live');
  const { runProgram } = await import('./setup/program.mjs');
  return runProgram('bench', name, args);
}
