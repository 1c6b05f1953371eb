// What `npm test` runs once Node 24 is there.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { allSteps } from '../check/steps.mjs';
import { runAside } from './aside.mjs';
import { buildAll } from './build.mjs';
import { pathWithModules, run } from './install.mjs';
import { root } from './paths.mjs';
import { useRunFolder } from './run-folder.mjs';
import { say } from './say.mjs';

/**
 * @param {string[]} filters for vitest, e.g. a file name or `--project unit`; with any, the static checks are left out
 * @returns {Promise<number>} exit code
 */
export async function runTests(filters) {
  useRunFolder();
  const environment = { ...process.env, PATH: pathWithModules(), HEYA_TEST: 'true' };
  await buildAll();
  const results = filters.length ? [await runVitest(filters, environment)] : await runEverything(environment);
  const sum = (name) => results.reduce((total, result) => total + result[name], 0);
  tellFailed(results.flatMap(({ failures }) => failures));
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}

/** Journeys measure time: nothing but the static checks runs beside them, and those take what is left. */
async function runEverything(environment) {
  say('\n静的な検査(1/2)をしています。', 'static checks, part 1 of 2');
  const isCurrent =
    (await run(
      process.execPath,
      checkCommand(({ isAlone }) => isAlone),
      { env: environment },
    )) === 0;
  const units = await runVitest(['--project=!*-e2e'], environment);
  say(
    '\n静的な検査(2/2)を並行して進めます。結果はこのあとに出ます。',
    'static checks, part 2 of 2, go on beside the journeys; shown below',
  );
  const checking = runAside(
    process.execPath,
    checkCommand(({ isAlone }) => !isAlone),
    { env: environment, onLine: tellFailure },
  );
  const journeys = await runVitest(['--project=*-e2e'], environment);
  say('\n静的な検査(2/2)の結果です。', 'static checks, part 2 of 2');
  const { code, output } = await checking;
  process.stdout.write(output);
  const areSound = isCurrent && code === 0;
  // Together they count as one test: a red check is a red run.
  return [units, journeys, { passed: areSound ? 1 : 0, failed: areSound ? 0 : 1, failures: areSound ? [] : [checkFailed] }];
}

const checkFailed = '静的な検査(npm run check)。上をご覧ください。  /  npm run check, see above';

/** What failed is said once more at the end: what was printed where it happened may be thousands of lines above. */
function tellFailed(failures) {
  if (failures.length === 0) return;
  say('\n失敗したもの', 'what failed');
  for (const failure of failures) process.stdout.write(`✗ ${failure}\n`);
}

const checkCommand = (isChosen) => [
  join(root, 'infra', 'local', 'check.mjs'),
  '--built',
  ...allSteps.filter(isChosen).map(({ name }) => name),
];

/** Which one failed is told at once, why with the rest. */
const tellFailure = (line) => {
  if (line.startsWith('✗')) process.stdout.write(`${line}\n`);
};

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
    return { passed: 0, failed: 1, failures: ['vitest'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that does not even load has no failed test in the report, and neither has an error outside of tests. */
function count({ numPassedTests, testResults }, code) {
  const failures = testResults.filter(({ status }) => status === 'failed').flatMap(failuresOf);
  if (failures.length === 0 && code !== 0) failures.push('an error outside of tests, see above');
  return { passed: numPassedTests, failed: failures.length, failures };
}

/** @returns {string[]} file, name of the test and why; the file alone if it did not load */
function failuresOf({ name, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [`${file}\n${message}`];
  return failed.map(({ fullName, failureMessages }) => `${file} > ${fullName}\n${failureMessages.join('\n')}`);
}
