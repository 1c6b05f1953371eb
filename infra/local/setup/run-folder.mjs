// One folder for whatever a run of tests writes outside the tree, by whatever program: gone with the run, however that ends.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../processes/inspect.mjs';

const prefix = 'heya-test-run-';

/** The machine's temporary folder also within a run: for what is kept between runs. */
export const keptFolder = () => process.env.HEYA_KEPT_TMPDIR ?? tmpdir();

/** From now on the temporary folder of this process, and of those it starts, is one of the run's own. */
export function useRunFolder() {
  if (process.env.HEYA_KEPT_TMPDIR !== undefined) return;
  const kept = tmpdir();
  const folder = mkdtempSync(join(kept, `${prefix}${process.pid}-`));
  // PostgreSQL's account passes through; only the owner lists it.
  chmodSync(folder, 0o711);
  Object.assign(process.env, { HEYA_KEPT_TMPDIR: kept, TMPDIR: folder });
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

/** @returns {string[]} the folders of runs that were killed; a PostgreSQL that still runs in one must be stopped before it is removed */
export function orphanedRunFolders() {
  const owner = (name) => Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
  const names = readdirSync(keptFolder()).filter((name) => owner(name) > 0 && !isAlive({ pid: owner(name) }));
  return names.map((name) => join(keptFolder(), name));
}
