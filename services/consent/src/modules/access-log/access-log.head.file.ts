/** Signed heads in a folder of their own: one file a district, one line a head, on disk before the call returns. */
import { mkdir, open, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SignedHead } from './access-log.head.policy.ts';
import type { HeadStore } from './access-log.head.service.ts';

const headSchema = z.strictObject({
  district: z.uuid(),
  from: z.int().positive(),
  seq: z.int().positive(),
  hash: z.string(),
  at: z.string(),
  trail: z.base64(),
  key: z.string(),
  signature: z.base64(),
});
const ending = '.jsonl';
const fileOf = (folder: string, district: string): string => join(folder, `${district}${ending}`);

export interface ReadHeads {
  heads: SignedHead[];
  /** What is no head: `file:line`, or the name of an object. */
  unreadable: string[];
}

/** @returns every head of a folder; none when there is no such folder */
export async function readHeads(folder: string): Promise<ReadHeads> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const found: ReadHeads = { heads: [], unreadable: [] };
  for (const name of names.filter((entry) => entry.endsWith(ending)).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    // A crash may have cut off the last line, which was then never counted on.
    for (const [index, line] of wholeLines(text).entries()) {
      const head = parseHead(line);
      if (head && name === `${head.district}${ending}`) found.heads.push(head);
      else found.unreadable.push(`${name}:${index + 1}`);
    }
  }
  return found;
}

const wholeLines = (text: string): string[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);

/** @returns undefined for what is no head */
export function parseHead(text: string): SignedHead | undefined {
  try {
    return headSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** @param folder made when it is not there; for its owner alone */
export async function openHeadFolder(folder: string): Promise<HeadStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) if (name.endsWith(ending)) await dropCutLine(join(folder, name));
  return {
    name: 'folder',
    reached: async () => lastOfEach((await readHeads(folder)).heads),
    add: async (heads) => {
      for (const head of heads) await append(fileOf(folder, head.district), `${JSON.stringify(head)}\n`);
    },
  };
}

const lastOfEach = (heads: readonly SignedHead[]): Map<string, number> => new Map(heads.map(({ district, seq }) => [district, seq]));

async function dropCutLine(file: string): Promise<void> {
  const bytes = await readFile(file);
  const whole = bytes.lastIndexOf('\n') + 1;
  if (whole < bytes.length) await truncate(file, whole);
}

async function append(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(line);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
