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
  tell(
    '二度目で通ったもの(原因を調べてください)',
    'passed only when tried again: look into them',
    '↻',
    results.flatMap(({ unsteady }) => unsteady),
  );
  tell(
    '失敗したもの',
    'what failed',
    '✗',
    results.flatMap(({ failures }) => failures),
  );
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}

/** Journeys measure time: nothing but the static checks runs beside them. Those take what is left, which is most beside what waits for PostgreSQL. */
async function runEverything(environment) {
  say('\n静的な検査(1/2)をしています。', 'static checks, part 1 of 2');
  const isCurrent =
    (await run(
      process.execPath,
      checkCommand(({ isAlone }) => isAlone),
      { env: environment },
    )) === 0;
  say('\n静的な検査(2/2)を並行して進めます。結果はこのあとに出ます。', 'static checks, part 2 of 2, go on beside the tests; shown below');
  const checking = runAside(
    process.execPath,
    checkCommand(({ isAlone }) => !isAlone),
    { env: environment, onLine: tellFailure },
  );
  const tests = await runVitest([], environment);
  say('\n静的な検査(2/2)の結果です。', 'static checks, part 2 of 2');
  const { code, output } = await checking;
  process.stdout.write(output);
  const areSound = isCurrent && code === 0;
  // Together they count as one test: a red check is a red run.
  return [tests, { passed: areSound ? 1 : 0, failed: areSound ? 0 : 1, unsteady: [], failures: areSound ? [] : [checkFailed] }];
}

const checkFailed = '静的な検査(npm run check)。上をご覧ください。  /  npm run check, see above';

/** Said once more at the end: what was printed where it happened may be thousands of lines above. */
function tell(ja, en, mark, lines) {
  if (lines.length === 0) return;
  say(`\n${ja}`, en);
  for (const line of lines) process.stdout.write(`${mark} ${line}\n`);
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
    return { passed: 0, failed: 1, unsteady: [], failures: ['vitest'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A file that does not even load has no failed test in the report, and neither has an error outside of tests.
 * What ran out of time once and then passed (vitest.config.ts) does not stop the run; it is named, with its reason.
 */
function count({ numPassedTests, testResults }, code) {
  const failures = testResults.filter(({ status }) => status === 'failed').flatMap(failuresOf);
  if (failures.length === 0 && code !== 0) failures.push('an error outside of tests, see above');
  return { passed: numPassedTests, failed: failures.length, failures, unsteady: testResults.flatMap(unsteadyOf) };
}

const failuresOf = (file) => {
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  return failed.length === 0 ? [`${relative(root, file.name)}\n${file.message}`] : failed.map(lineOf(file));
};

const unsteadyOf = (file) =>
  file.assertionResults.filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0).map(lineOf(file));

const lineOf =
  ({ name }) =>
  ({ fullName, failureMessages }) =>
    `${relative(root, name)} > ${fullName}\n${failureMessages.map(withoutOthers).join('\n')}`;

/** A stack trace without what is not ours. */
const withoutOthers = (text) =>
  text
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|node:|<anonymous>)/.test(line))
    .join('\n');
