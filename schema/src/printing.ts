/** Asks each service for the SDL its code has now, and leaves the committed files as they were. */
import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readSubgraphs, writeSubgraphs } from './subgraphs.ts';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);
/** Where each subgraph's code is; all of them print into schema/subgraphs. */
const printers: Record<string, string> = {
  identity: 'services/identity/',
  consent: 'services/consent/',
  room: 'services/room/',
  timeline: 'services/timeline/',
  events: 'gateway/',
};

/** @returns one line for each committed file that its code no longer prints, or that no code prints */
export async function staleSubgraphs(): Promise<string[]> {
  const committed = await readSubgraphs();
  const faults: string[] = [];
  try {
    for (const [name, folder] of Object.entries(printers)) faults.push(...(await print(name, folder)));
    const printed = new Map((await readSubgraphs()).map(({ name, sdl }) => [name, sdl]));
    const before = new Map(committed.map(({ name, sdl }) => [name, sdl]));
    for (const [name, sdl] of printed) {
      if (!printers[name]) faults.push(`subgraphs/${name}.graphql belongs to no service`);
      else if (before.get(name) !== sdl) faults.push(`subgraphs/${name}.graphql is not what the code says`);
    }
  } finally {
    await writeSubgraphs(committed);
  }
  return faults;
}

async function print(name: string, folder: string): Promise<string[]> {
  const home = new URL(folder, root);
  if (!(await exists(new URL('package.json', home)))) return [];
  return run('npm', ['run', '--silent', 'schema:print'], { cwd: fileURLToPath(home) }).then(
    () => [],
    (error: { stderr?: string }) => [`${name} does not print its schema: ${error.stderr?.trim().split('\n').at(0) ?? 'no reason given'}`],
  );
}

async function exists(path: URL): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
