#!/usr/bin/env node
// npm test: installs on a fresh clone, builds, checks, runs every test; the last line says how many passed and failed.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, underNode24 } from './setup/install.mjs';
import { fail } from './setup/say.mjs';

try {
  await ensureInstalled();
  if (await underNode24(fileURLToPath(import.meta.url), process.argv.slice(2))) {
    const { runTests } = await import('./setup/tests.mjs');
    process.exitCode = await runTests(process.argv.slice(2));
  }
} catch (error) {
  fail(error);
}
