/** What the files that lie beside the databases have in common (keyring, ledger). */
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** @returns undefined for what is no JSON; whoever asks says which file is damaged */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file that was made, renamed or removed is so on disk only once its folder is. */
export async function syncFolderOf(file: string): Promise<void> {
  const folder = await open(dirname(file));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
