#!/usr/bin/env node
// npm run audit:verify [-- --dir .heya]: recomputes the access record of an installation and holds it against its signed heads (R32, V43).
// Works on a running installation and on one that rests. Exit code 1, with the first bad entry, when something was changed.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, underNode24 } from './setup/install.mjs';
import { fail } from './setup/say.mjs';

try {
  await ensureInstalled();
  if (await underNode24(fileURLToPath(import.meta.url), process.argv.slice(2))) {
    const { verifyRecord } = await import('./setup/verify-record.mjs');
    process.exitCode = await verifyRecord(process.argv.slice(2));
  }
} catch (error) {
  fail(error);
}
