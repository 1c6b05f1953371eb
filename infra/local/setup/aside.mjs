// A command beside something that must not be slowed down: it takes what the others leave of the machine, and its output waits.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { root } from './paths.mjs';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{env: NodeJS.ProcessEnv, onLine: (line: string) => void}} options `onLine` gets each line when it is written
 * @returns {Promise<{code: number, output: string}>} ends with this process when that is told to end
 */
export function runAside(command, args, { env, onLine }) {
  // A session of its own, since Linux shares time among sessions first and only then by niceness.
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  return new Promise((resolve, reject) => {
    const lines = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(`${line}\n`);
        onLine(line);
      });
    const end = () => process.kill(-child.pid);
    const leave = () => process.exit(1);
    process.once('exit', end);
    for (const signal of endings) process.once(signal, leave);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('exit', end);
      for (const signal of endings) process.off(signal, leave);
      resolve({ code: code ?? 1, output: lines.join('') });
    });
    if (child.pid !== undefined) giveWay(child.pid);
  });
}

function giveWay(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // It has ended already, or the system knows no sessions that share time.
  }
}
