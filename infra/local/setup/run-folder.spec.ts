import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { orphanedRunFolders } from './run-folder.mjs';

const kept = mkdtempSync(join(tmpdir(), 'kept-'));
const module = new URL('./run-folder.mjs', import.meta.url).href;
/** A run that makes a folder for something, and then ends in this way. @returns where that was */
const runThat = (ends: string): Promise<string> => {
  const script = `import { mkdtempSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    import { useRunFolder } from '${module}';
    useRunFolder();
    useRunFolder();
    process.stdout.write(mkdtempSync(tmpdir() + '/thing-'), () => { ${ends} });`;
  const { HEYA_KEPT_TMPDIR: _, ...environment } = process.env;
  return new Promise((resolve) =>
    execFile(process.execPath, ['--input-type=module', '--eval', script], { env: { ...environment, TMPDIR: kept } }, (_error, stdout) =>
      resolve(stdout),
    ),
  );
};

test.each(['', 'process.exit(1)', 'throw new Error("broken")'])('what a run leaves is gone with it: %s', async (ends) => {
  const folder = await runThat(ends);
  expect(folder).toMatch(new RegExp(`^${kept}/heya-test-run-\\d+-\\w+/thing-\\w+$`));
  expect(existsSync(join(folder, '..'))).toBe(false);
});

test('what a killed one leaves is found by the next, what a living one has is not', async () => {
  const orphan = await runThat("process.kill(process.pid, 'SIGKILL')");
  const living = mkdtempSync(join(kept, `heya-test-run-${process.pid}-`));
  const own = process.env.HEYA_KEPT_TMPDIR;
  process.env.HEYA_KEPT_TMPDIR = kept;
  expect(orphanedRunFolders()).toEqual([join(orphan, '..')]);
  process.env.HEYA_KEPT_TMPDIR = own;
  expect(existsSync(living)).toBe(true);
});
