import { execFile } from 'node:child_process';
import { constants } from 'node:os';
import { expect, test } from 'vitest';
import { inspectProcess } from '../processes/inspect.mjs';
import { waitUntil } from '../processes/wait.mjs';
import { runAside } from './aside.mjs';

const aside = new URL('./aside.mjs', import.meta.url).href;
const node = (script: string): [string, string[]] => [process.execPath, ['--input-type=module', '--eval', script]];

test('what runs aside gives way to everything else, tells its lines as they come, and its code and output in the end', async () => {
  const lines: string[] = [];
  // Whoever starts a process names its priority at once, though not before it runs: its children are what matters.
  const [command, args] = node(`import { execFileSync } from 'node:child_process';
    import { getPriority } from 'node:os';
    while (getPriority() === 0);
    process.stdout.write(execFileSync('nice'));
    console.error('bad');
    process.exit(3);`);
  const { code, output } = await runAside(command, args, { env: process.env, onLine: (line) => lines.push(line) });
  expect(code).toBe(3);
  expect(lines.toSorted()).toEqual([String(constants.priority.PRIORITY_LOW), 'bad']);
  expect(output.split('\n').filter(Boolean).toSorted()).toEqual(lines.toSorted());
});

test('it ends with whoever started it', async () => {
  const [command, args] = node(`import { runAside } from '${aside}';
    const [command, args] = [process.execPath, ['--eval', 'console.log(process.pid); setInterval(() => {}, 1000)']];
    await runAside(command, args, { env: process.env, onLine: (pid) => { console.log(pid); process.kill(process.pid, 'SIGTERM'); } });`);
  const pid = await new Promise<number>((resolve) => execFile(command, args, (_error, stdout) => resolve(Number(stdout))));
  expect(pid).toBeGreaterThan(0);
  await waitUntil(() => inspectProcess(pid) === undefined, { timeoutMs: 10_000, what: 'its end' });
});
