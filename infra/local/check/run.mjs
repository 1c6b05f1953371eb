// Runs the checks two at a time, says how each went, and how to mend what failed.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathWithModules } from '../setup/install.mjs';
import { root } from '../setup/paths.mjs';
import { Problem, say } from '../setup/say.mjs';
import { allSteps, needsPreparation, preparation } from './steps.mjs';

/**
 * @param {string[]} args names of steps, all when there is none; `--built` when everything is built and must stay untouched
 * @returns {Promise<number>} exit code
 */
export async function runChecks(args) {
  const isBuilt = args.includes('--built');
  const steps = chosenSteps(args.filter((arg) => arg !== '--built'));
  const waiting = steps.filter(({ isAlone }) => !isAlone);
  const failed = !isBuilt && needsPreparation(steps) && !(await runStep(preparation)) ? [preparation] : [];
  for (const step of steps.filter(({ isAlone }) => isAlone)) if (!(await runStep(step))) failed.push(step);
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await runStep(step))) failed.push(step);
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  if (failed.length === 0) say('すべて合格です。', 'all checks passed');
  for (const { ja, en, mend } of failed) say(`✗ ${ja} — 直し方: ${mend}`, `${en} failed; mend: ${mend}`);
  return failed.length ? 1 : 0;
}

function chosenSteps(names) {
  const steps = allSteps;
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length)
    throw new Problem(`知らない検査です: ${unknown.join(', ')}`, `Unknown check: ${unknown.join(', ')}`, [
      `${steps.map(({ name }) => name).join(' ')}`,
    ]);
  return names.length ? steps.filter(({ name }) => names.includes(name)) : steps;
}

/** @param {import('./steps.mjs').Step} step */
async function runStep({ name, ja, en, commands }) {
  const from = performance.now();
  say(`… ${ja}`, en);
  const outputs = [];
  for (const command of commands) outputs.push(await runCommand(command));
  const bad = outputs.filter(({ code }) => code !== 0);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  for (const { output } of bad.length ? bad : outputs.filter((one) => name === 'schema' && one)) process.stdout.write(output);
  say(`${bad.length ? '✗' : '✓'} ${ja} (${seconds} 秒)`, `${en}: ${bad.length ? 'FAILED' : 'ok'}`);
  return bad.length === 0;
}

/** @returns {Promise<{code: number, output: string}>} */
function runCommand(command) {
  const inFolder = command[0].startsWith('@');
  const [file, ...args] = inFolder ? command.slice(1) : command;
  const cwd = inFolder ? join(root, command[0].slice(1)) : root;
  const environment = {
    ...process.env,
    PATH: pathWithModules(),
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    DO_NOT_TRACK: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
