/** A file of a stranger's is opened in a process of its own, without the service's secrets and within limits (threat 14). */
import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { installed } from './installed.ts';

interface Limits {
  milliseconds: number;
  /** Resident memory (MB). */
  memory: number;
}

/** What became of it when it did not answer. */
type Fate = 'TOO_SLOW' | 'TOO_MUCH' | 'BROKEN';

/** @param module of this package; it answers one message with one @returns its answer, or why there is none */
export function askProcess<A>(module: string, job: object, { milliseconds, memory }: Limits): Promise<A | { fate: Fate }> {
  const child = fork(installed(`@heya/forms/${module}`), [], {
    env: {},
    execArgv: ['--max-old-space-size=256'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<A | { fate: Fate }>((resolve) => {
    const end = (fate: Fate): void => resolve({ fate });
    const timer = setTimeout(() => end('TOO_SLOW'), milliseconds);
    const watch = setInterval(() => void residentMegabytes(child.pid).then((used) => used > memory && end('TOO_MUCH')), 100);
    child.once('message', (answer: A) => resolve(answer));
    child.once('error', () => end('BROKEN'));
    child.once('exit', () => {
      clearTimeout(timer);
      clearInterval(watch);
      end('BROKEN');
    });
    child.send(job, (error) => error && end('BROKEN'));
  }).finally(() => child.kill('SIGKILL'));
}

const pageBytes = 4096;

/** What only Linux tells; elsewhere the limits of the heap and of the pixels have to do. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const told = await readFile(`/proc/${pid ?? 0}/statm`, 'utf8').catch(() => '');
  return (Number(told.split(' ')[1] ?? 0) * pageBytes) / 1024 / 1024;
}

/** So many at the same time: each holds its pixels. Whoever waits keeps a file in memory, and they are not many. */
export class Turns {
  #taken = 0;
  readonly #waiting: (() => void)[] = [];
  readonly #atOnce: number;
  readonly #mostWaiting: number;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** @returns how to leave; undefined when too many wait */
  async take(): Promise<(() => void) | undefined> {
    if (this.#waiting.length >= this.#mostWaiting) return undefined;
    if (this.#taken >= this.#atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#taken += 1;
    return () => {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    };
  }
}
