// What `npm test` runs once Node 24 is there.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from './build.mjs';
import { pathWithModules, run } from './install.mjs';
import { root } from './paths.mjs';
import { say } from './say.mjs';

/**
 * @param {string[]} filters for vitest, e.g. a file name or `--project unit`; with any, the static checks are left out
 * @returns {Promise<number>} exit code
 */
export async function runTests(filters) {
  const environment = { ...process.env, PATH: pathWithModules(), HEYA_TEST: 'true' };
  await buildAll();
  const checked = filters.length ? undefined : await runChecks(environment);
  // Journeys start whole stacks and measure time: they get the machine to themselves.
  const rounds = filters.length ? [filters] : [['--project=!*-e2e'], ['--project=gateway-e2e'], ['--project=web-e2e']];
  const total = { passed: checked === true ? 1 : 0, failed: checked === false ? 1 : 0 };
  for (const round of rounds) {
    const { passed, failed } = await runVitest(round, environment);
    total.passed += passed;
    total.failed += failed;
  }
  if (checked === false) say('\n静的な検査(npm run check)に失敗しました。上をご覧ください。', 'npm run check failed, see above');
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

/** Counts as one test: a red check is a red run. */
async function runChecks(environment) {
  say('\n静的な検査をしています。', 'static checks');
  return (await run(process.execPath, [join(root, 'infra', 'local', 'check.mjs')], { env: environment })) === 0;
}

async function runVitest(filters, environment) {
  say('\nテストをしています。', 'tests');
  const folder = mkdtempSync(join(tmpdir(), 'heya-test-'));
  const report = join(folder, 'report.json');
  try {
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const code = await run(
      process.execPath,
      [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
      { env: environment },
    );
    return count(JSON.parse(readFileSync(report, 'utf8')), code);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that does not even load has no failed test in the report, and neither has an error outside of tests. */
function count({ numPassedTests, numFailedTests, testResults }, code) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const failed = numFailedTests + unloaded;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
