/** Signed heads in a folder of their own: one file a district, one line a head, on disk before the call returns. */
import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
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
  const reached = new Map<string, number>();
  for (const name of await readdir(folder)) {
    const last = name.endsWith(ending) ? await mendEnd(folder, name) : undefined;
    if (last) reached.set(last.district, last.seq);
  }
  return {
    name: 'folder',
    reached: () => Promise.resolve(new Map(reached)),
    add: async (head) => {
      await append(fileOf(folder, head.district), `${JSON.stringify(head)}\n`);
      reached.set(head.district, head.seq);
    },
  };
}

/** Holds several heads: the longest is of some 6 KB. */
const endBytes = 64 * 1024;

/** Cuts off half a line, and reads no more of the file than its last head takes. @returns that head */
async function mendEnd(folder: string, name: string): Promise<SignedHead | undefined> {
  const handle = await open(join(folder, name), 'r+');
  try {
    const { size } = await handle.stat();
    for (let length = endBytes; ; length *= 2) {
      const from = Math.max(0, size - length);
      const end = await readFrom(handle, from, size - from);
      const whole = end.lastIndexOf('\n') + 1;
      const last = lastHead(end.toString('utf8', from === 0 ? 0 : end.indexOf('\n') + 1, whole), name);
      if (!last && from > 0) continue;
      if (whole < end.length) await handle.truncate(from + whole);
      return last;
    }
  } finally {
    await handle.close();
  }
}

async function readFrom(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  // What is taken for the end decides what is cut off.
  if (bytesRead !== length) throw new Error('a file of heads was not read to its end');
  return buffer;
}

const lastHead = (text: string, name: string): SignedHead | undefined =>
  wholeLines(text)
    .map(parseHead)
    .findLast((head) => head && name === `${head.district}${ending}`);

async function append(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(line);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
