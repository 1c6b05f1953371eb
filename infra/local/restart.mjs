#!/usr/bin/env node
// node infra/local/restart.mjs <name>: restarts one process of the running stack and waits until it is healthy. Named in procs.json.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isAlive } from './processes/inspect.mjs';
import { findStanding, isBack } from './processes/standing.mjs';
import { waitUntil } from './processes/wait.mjs';
import { dataFiles, defaultDataFolder } from './setup/paths.mjs';
import { Problem, fail, say } from './setup/say.mjs';

/** A process that came back this recently after a kill needs no second restart. */
const justBackMs = 10_000;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { dir: { type: 'string' } } });
const files = dataFiles(resolve(values.dir ?? defaultDataFolder));
const [name] = positionals;

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const entry = () => findStanding(files, name);

try {
  requireRunning();
  const before = entry();
  if (!before)
    throw new Problem(
      `「${name}」という部分はありません。`,
      `There is no process "${name}".`,
      read(files.procs).map((candidate) => candidate.name),
    );
  const ended = end(before);
  await waitUntil(async () => isBack(entry(), ended ? before.pid : undefined), { timeoutMs: 60_000, what: name });
  say(`${name} が戻りました(pid ${entry().pid})。`, `${name} is back`);
} catch (error) {
  fail(error);
}

function requireRunning() {
  try {
    if (isAlive(read(files.supervisor))) return;
  } catch {
    // Nothing written down: nothing runs.
  }
  throw new Problem('部屋は動いていません。npm start で起動してください。', 'Heya is not running. Start it with npm start.');
}

/** Supervision starts whatever ends, so restarting means ending. @returns {boolean} whether it was ended here */
function end({ pid }) {
  const child = read(files.supervisor).children.find((candidate) => candidate.name === name);
  const justBack = child?.cause === 'crash' && Date.now() - child.startedAt < justBackMs;
  if (justBack || !isAlive({ pid })) return false;
  // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client.
  process.kill(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  return true;
}
