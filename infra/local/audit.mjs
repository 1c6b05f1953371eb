#!/usr/bin/env node
// npm run audit [-- V14 …]: the black-box audit of infra/audit on a real stack of its own.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, underNode24 } from './setup/install.mjs';
import { fail } from './setup/say.mjs';

try {
  await ensureInstalled();
  if (await underNode24(fileURLToPath(import.meta.url), process.argv.slice(2))) {
    const { runProgram } = await import('./setup/program.mjs');
    process.exitCode = await runProgram('audit', 'main', process.argv.slice(2));
  }
} catch (error) {
  fail(error);
}
