// Brings a fresh clone to the point where Node 24 and every package are there. Built-ins only: the system's Node may be 20.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem, say, watchTime } from './say.mjs';
import { modules, root } from './paths.mjs';
import { inspectProcess } from '../processes/inspect.mjs';

const neededNode = 24;

/** Installs the packages of package-lock.json when node_modules is missing, half done or of another lock file. */
export async function ensureInstalled() {
  requireNode(20);
  if (isInstalled()) return;
  say('初回の準備です。部品を取り込みます(1〜2分)。', 'First run: installing packages (1–2 minutes).');
  const stopWatch = watchTime('取り込み中', 'installing');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--progress=false']);
  const seconds = stopWatch();
  if (code !== 0)
    throw new Problem(
      '部品を取り込めませんでした。ネットワークを確かめて、もう一度お試しください。',
      'npm ci failed. Check the network and try again.',
      [`npm ci → exit code ${code}`],
    );
  say(`取り込みました(${seconds} 秒)。`, `installed (${seconds} s)`);
}

/** True when every package that package-lock.json demands is there in its version. */
export function isInstalled() {
  const found = readLock(join(modules, '.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!found || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link || entry.optional || entry.devOptional || entry.peer) return true;
    return found[path]?.version === entry.version;
  });
}

/**
 * Goes on under Node 24 when this is an older one.
 * @returns {Promise<boolean>} true when this process is the right one and should go on itself
 */
export async function underNode24(script, args) {
  if (major() >= neededNode) return true;
  const node = join(modules, '.bin', 'node');
  if (!existsSync(node)) requireNode(neededNode);
  const child = spawn(node, [script, ...args], { stdio: 'inherit', env: { ...process.env, PATH: pathWithModules() } });
  const forward = (signal) => child.kill(signal);
  // Ctrl-C reaches the whole foreground group by itself; this process only has to outlive the child.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, forward);
  whenParentEnds(() => forward('SIGTERM'));
  const code = await new Promise((resolve) => child.on('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0))));
  process.exit(code);
}

/** PATH with the packages' commands first, so that every child finds Node 24. */
export function pathWithModules() {
  return `${join(modules, '.bin')}:${process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin'}`;
}

/**
 * npm killed with SIGKILL leaves its child behind: notice it and end in order.
 * Only for a process that npm (or this script on npm's behalf) started; a shell's `&` may leave us on purpose.
 */
export function whenParentEnds(then) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  // npm's own shell may stand between npm and us, and outlives it.
  const npm = isShellCommand(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(timer);
    then();
  }, 300);
  timer.unref();
}

/** Runs a command with its output shown. @returns {Promise<number>} its exit code */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

function major() {
  return Number(process.versions.node.split('.')[0]);
}

function requireNode(version) {
  if (major() >= version) return;
  throw new Problem(
    `Node.js ${version} 以上が必要です(今は ${process.versions.node})。`,
    `Node.js ${version} or newer is needed (this is ${process.versions.node}).`,
  );
}

const isShellCommand = (pid) => /^\S*sh -c /.test(inspectProcess(pid)?.command ?? '');
const parentOf = (pid) => inspectProcess(pid)?.parent;

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
