// What is running, written down for people, tests and the next start: procs.json (public shape) and supervisor.json (ours).
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { Problem } from '../setup/say.mjs';
import { readJson, writePrivate } from '../setup/secrets.mjs';
import { inspectProcess, isAlive } from './inspect.mjs';
import { waitUntil } from './wait.mjs';

/**
 * @param {ReturnType<typeof import('../setup/paths.mjs').dataFiles>} files
 * @param {{processes: {name: string, pid: number | undefined, port: number, url: string}[], children: object[], stopping: boolean}} state
 */
export function writeRegister(files, { processes, children, stopping }) {
  const own = inspectProcess(process.pid);
  writePrivate(files.supervisor, { pid: process.pid, startedTicks: own?.startedTicks, stopping, children });
  writePrivate(
    files.procs,
    processes.map((entry) => ({ ...entry, restart: restartCommand(files.dir, entry.name) })),
  );
}

/** @returns {{pid: number, startedTicks: string, stopping: boolean, children: any[]} | undefined} the supervisor of this folder, if alive */
export function findSupervisor(files) {
  const found = readJson(files.supervisor);
  return found && isAlive(found) ? found : undefined;
}

/**
 * Before a start: a supervisor that is just ending is waited for, a living one refuses the second,
 * and what a killed one left behind is ended by pid. PostgreSQL is left: the cluster attaches to it.
 */
export async function clearPredecessor(files, url) {
  const gone = () => findSupervisor(files) === undefined;
  if (!gone()) {
    await waitUntil(() => gone() || findSupervisor(files)?.stopping, { timeoutMs: 1500, orElse: true });
    const running = findSupervisor(files);
    if (running && !running.stopping)
      throw new Problem(
        `部屋はもう動いています: ${url} (pid ${running.pid})。止めるには npm run stop。`,
        `Heya is already running: ${url} (pid ${running.pid}). Stop it with npm run stop.`,
      );
    await waitUntil(gone, { timeoutMs: 40_000, what: `pid ${running?.pid}` });
  }
  await Promise.all((readJson(files.supervisor)?.children ?? []).filter(isRecorded).map(endProcess));
}

/** Ends a process we recorded, and nobody else who may have its pid by now. */
export async function endProcess(record, signal = 'SIGTERM') {
  const gone = () => !isAlive(record);
  if (gone()) return;
  process.kill(record.pid, signal);
  if (await waitUntil(gone, { timeoutMs: 6000, orElse: false })) return;
  process.kill(record.pid, 'SIGKILL');
  await waitUntil(gone, { timeoutMs: 6000, what: `pid ${record.pid}` });
}

function isRecorded(child) {
  return Number.isInteger(child.pid) && child.startedTicks !== undefined && isAlive(child);
}

function restartCommand(dir, name) {
  return [process.execPath, join(root, 'infra', 'local', 'restart.mjs'), name, '--dir', dir].map(quote).join(' ');
}

const quote = (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
