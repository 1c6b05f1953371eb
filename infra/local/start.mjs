#!/usr/bin/env node
// npm start. Built-ins only up to the point where Node 24 and the packages are there.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, underNode24 } from './setup/install.mjs';
import { fail } from './setup/say.mjs';

try {
  await ensureInstalled();
  if (await underNode24(fileURLToPath(import.meta.url), process.argv.slice(2))) {
    const { runHeya } = await import('./setup/run.mjs');
    await runHeya(process.argv.slice(2));
  }
} catch (error) {
  fail(error);
}
