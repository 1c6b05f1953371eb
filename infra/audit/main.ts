/**
 * `npm run audit [-- id … --json --dir folder]`: wrong inputs through the public API of a real stack of its own.
 * One line a case: `id PASS|FAIL text`. Each proves a clear error and that nothing was stored. Exit code 1 when one fails.
 */
import { parseArgs } from 'node:util';
import { withOwnStack } from '../local/own-stack.mjs';
import type { Case } from './case.ts';
import { accessCases } from './cases/access.ts';
import { applicationCases } from './cases/applications.ts';
import { consentCases } from './cases/consents.ts';
import { limitCases } from './cases/limits.ts';
import { patientCases } from './cases/patients.ts';
import { postCases } from './cases/posts.ts';
import { tokenCases } from './cases/tokens.ts';
import { createWorld, type World } from './world.ts';

const all = [...postCases, ...patientCases, ...consentCases, ...applicationCases, ...accessCases, ...limitCases, ...tokenCases];
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, dir: { type: 'string' } },
});
const cases = wanted.length ? all.filter(({ id }) => wanted.some((word) => id.startsWith(word))) : all;

await withOwnStack({ name: 'audit', dir: values.dir }, async (stack) => {
  process.exitCode = await audit(await createWorld(stack));
});

async function audit(world: World): Promise<number> {
  const results = [];
  for (const one of cases) results.push(await judge(one, world));
  const failed = results.filter(({ passed }) => !passed).length;
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
  if (values.json) process.stdout.write(`${JSON.stringify({ name: 'audit', figures: { passed: results.length - failed, failed } })}\n`);
  return failed ? 1 : 0;
}

async function judge({ id, text, run }: Case, world: World): Promise<{ passed: boolean }> {
  const fault = await run(world).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  process.stdout.write(`${id} ${fault === undefined ? 'PASS' : 'FAIL'} ${text}${fault === undefined ? '' : ` — ${fault}`}\n`);
  return { passed: fault === undefined };
}
