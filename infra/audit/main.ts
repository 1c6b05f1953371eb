/**
 * `npm run audit [-- id … --json --dir folder --write]`: the acceptance cases of security.md and wrong inputs, through the public API
 * of a real stack of its own. One line a case: `id PASS|FAIL|SKIP figure text`. Exit code 1 when one fails.
 */
import { parseArgs } from 'node:util';
import { withOwnStack } from '../local/own-stack.mjs';
import { acceptanceCases } from './acceptance/all.ts';
import { type Case, Skipped } from './case.ts';
import { accessCases } from './cases/access.ts';
import { applicationCases } from './cases/applications.ts';
import { consentCases } from './cases/consents.ts';
import { limitCases } from './cases/limits.ts';
import { patientCases } from './cases/patients.ts';
import { postCases } from './cases/posts.ts';
import { tokenCases } from './cases/tokens.ts';
import { createWorld, type World } from './world.ts';

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, dir: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const wrongInputs = [...postCases, ...patientCases, ...consentCases, ...applicationCases, ...accessCases, ...limitCases, ...tokenCases];
const all = [...wrongInputs, ...acceptanceCases(values)];
const cases = wanted.length ? all.filter(({ id }) => wanted.some((word) => id.startsWith(word))) : all;

type Verdict = 'PASS' | 'FAIL' | 'SKIP';

await withOwnStack({ name: 'audit', dir: values.dir, portal: true, demo: 'accounts' }, async (stack) => {
  process.exitCode = await audit(await createWorld(stack));
});

async function audit(world: World): Promise<number> {
  const [verdicts, from]: [Verdict[], number] = [[], performance.now()];
  for (const one of cases) verdicts.push(await judge(one, world));
  const count = (wantedVerdict: Verdict): number => verdicts.filter((verdict) => verdict === wantedVerdict).length;
  const figures = { passed: count('PASS'), failed: count('FAIL'), skipped: count('SKIP') };
  process.stdout.write(
    `${figures.passed} passed, ${figures.failed} failed, ${figures.skipped} skipped, ${Math.round((performance.now() - from) / 1000)} s\n`,
  );
  if (values.json) process.stdout.write(`${JSON.stringify({ name: 'audit', figures })}\n`);
  return figures.failed ? 1 : 0;
}

async function judge({ id, text, run }: Case, world: World): Promise<Verdict> {
  const { verdict, figure, why } = await run(world).then(
    (said) => ({ verdict: 'PASS' as const, figure: said ?? '', why: '' }),
    (error: unknown) => ({ verdict: error instanceof Skipped ? ('SKIP' as const) : ('FAIL' as const), figure: '', why: wordsOf(error) }),
  );
  process.stdout.write(`${[id, verdict, figure && `(${figure})`, text, why && `— ${why}`].filter(Boolean).join(' ')}\n`);
  return verdict;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
