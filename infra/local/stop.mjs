#!/usr/bin/env node
// npm run stop: asks the running supervisor to end, and waits until it has.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { waitUntil } from './processes/wait.mjs';
import { isAlive } from './processes/inspect.mjs';
import { dataFiles, defaultDataFolder } from './setup/paths.mjs';
import { fail, say } from './setup/say.mjs';
import { readFileSync } from 'node:fs';

const { values } = parseArgs({ options: { dir: { type: 'string' } } });
const files = dataFiles(resolve(values.dir ?? defaultDataFolder));

function supervisor() {
  try {
    const found = JSON.parse(readFileSync(files.supervisor, 'utf8'));
    return isAlive(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

try {
  const running = supervisor();
  if (running) {
    process.kill(running.pid, 'SIGTERM');
    await waitUntil(() => !isAlive(running), { timeoutMs: 60_000, what: `pid ${running.pid}` });
    say('止まりました。', 'stopped');
  } else {
    say('部屋は動いていません。', 'Heya is not running');
  }
} catch (error) {
  fail(error);
}
