/**
 * What must stay done though a backup is brought back: withdrawals, destroyed keys and erased rooms (threats 29, 30). A file apart from every
 * database, one hash-linked line an entry, on disk before the caller goes on.
 */
import { createHash } from 'node:crypto';
import { constants, type FileHandle, mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseJson, syncFolderOf } from './files.ts';
import { holdAlone } from './sole-holder.ts';

const at = z.iso.datetime();
const row = z.record(z.string(), z.json());
const entrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('CONSENT_WITHDRAWN'), consentId: z.uuid(), patientId: z.uuid(), at }),
  z.strictObject({ kind: z.literal('KEY_DESTROYED'), scope: z.uuid(), at }),
  /** What the room service keeps of a room that it erased, as its rows were: its dates, who decided, what went. */
  z.strictObject({
    kind: z.literal('ROOM_ERASED'),
    roomId: z.uuid(),
    patientId: z.uuid(),
    districtId: z.uuid(),
    at,
    retention: row,
    purge: row,
    part: row,
  }),
]);
export type LedgerEntry = z.output<typeof entrySchema>;

const lineSchema = z.strictObject({ seq: z.int().positive(), previous: z.string(), entry: entrySchema, hash: z.string() });
type Line = z.output<typeof lineSchema>;

/** The file is not what was written: nothing is answered before somebody has looked. */
export class LedgerError extends Error {
  override name = 'LedgerError';
}

interface OpenOptions {
  /** A line that a crash cut off was found; it was never acknowledged and now lies in this file. */
  onTorn?: (file: string) => void;
}

const start = { seq: 0, hash: createHash('sha256').update('heya ledger 1').digest('hex') };

export class Ledger {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #release: () => Promise<void>;
  readonly #entries: LedgerEntry[];
  readonly #known: Set<string>;
  #last: { seq: number; hash: string };
  #size: number;
  #queue: Promise<unknown> = Promise.resolve();
  #broken = false;

  private constructor(file: string, parts: { handle: FileHandle; release: () => Promise<void>; lines: Line[]; size: number }) {
    [this.#file, this.#handle, this.#release] = [file, parts.handle, parts.release];
    this.#entries = parts.lines.map(({ entry }) => entry);
    this.#known = new Set(this.#entries.map(keyOf));
    this.#last = parts.lines.at(-1) ?? start;
    this.#size = parts.size;
  }

  /** Makes the file when there is none. @throws LedgerError when another process has it, or when it is damaged */
  static async open(file: string, { onTorn }: OpenOptions = {}): Promise<Ledger> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const release = await holdAlone(file).catch(() => {
      throw new LedgerError(`Another process writes the ledger ${file}.`);
    });
    const handle = await open(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
    try {
      await syncFolderOf(file);
      const { lines, size, torn } = split(file, await handle.readFile());
      if (torn.length > 0) onTorn?.(await setAside(file, handle, { torn, size }));
      return new Ledger(file, { handle, release, lines, size });
    } catch (error) {
      await handle.close();
      await release();
      throw error;
    }
  }

  /** Everything that must be done again after a restore, in the order in which it happened. */
  get entries(): readonly LedgerEntry[] {
    return this.#entries;
  }

  /** Resolves once the entry is on disk. @returns false when the same thing stands there already */
  append(entry: LedgerEntry): Promise<boolean> {
    const result = this.#queue.then(() => this.#append(entrySchema.parse(entry)));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#handle.close();
    await this.#release();
  }

  async #append(entry: LedgerEntry): Promise<boolean> {
    if (this.#known.has(keyOf(entry))) return false;
    if (this.#broken) throw new LedgerError(`The ledger ${this.#file} failed earlier and must be opened anew.`);
    const line = linked(this.#last, entry);
    // Until it is known to be on disk, it is not known what is.
    this.#broken = true;
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    await this.#requireOwnEnd();
    await this.#handle.appendFile(bytes);
    await this.#handle.sync();
    this.#broken = false;
    [this.#last, this.#size] = [line, this.#size + bytes.length];
    this.#entries.push(entry);
    this.#known.add(keyOf(entry));
    return true;
  }

  /** Whoever wrote past the lock would be chained to the wrong line. */
  async #requireOwnEnd(): Promise<void> {
    const { size } = await this.#handle.stat();
    if (size !== this.#size) throw new LedgerError(`The ledger ${this.#file} was changed by somebody else.`);
  }
}

/** Reads without holding or mending it. @throws LedgerError naming the first line that is not as it was written */
export async function readLedger(file: string): Promise<LedgerEntry[]> {
  return split(file, await readFile(file)).lines.map(({ entry }) => entry);
}

/** Each kind of thing happens once to its id. */
const keyOf = (entry: LedgerEntry): string => `${entry.kind}:${idOf(entry)}`;

function idOf(entry: LedgerEntry): string {
  if (entry.kind === 'ROOM_ERASED') return entry.roomId;
  return entry.kind === 'KEY_DESTROYED' ? entry.scope : entry.consentId;
}

function linked(last: { seq: number; hash: string }, entry: LedgerEntry): Line {
  const seq = last.seq + 1;
  const hash = createHash('sha256')
    .update(JSON.stringify([seq, last.hash, Object.entries(entry).sort()]))
    .digest('hex');
  return { seq, previous: last.hash, entry, hash };
}

/** The whole lines, and what a crash left of the last one. */
function split(file: string, bytes: Buffer): { lines: Line[]; size: number; torn: Buffer } {
  const size = bytes.lastIndexOf('\n') + 1;
  const texts = bytes.subarray(0, size).toString().split('\n').slice(0, -1);
  const lines: Line[] = [];
  for (const text of texts) lines.push(readLine(file, lines.at(-1) ?? start, text));
  return { lines, size, torn: bytes.subarray(size) };
}

function readLine(file: string, last: { seq: number; hash: string }, text: string): Line {
  const parsed = lineSchema.safeParse(parseJson(text));
  if (parsed.success) {
    const expected = linked(last, parsed.data.entry);
    if (parsed.data.seq === expected.seq && parsed.data.previous === expected.previous && parsed.data.hash === expected.hash)
      return expected;
  }
  throw new LedgerError(`The ledger ${file} is damaged at line ${last.seq + 1}.`);
}

/** Kept for whoever wants to look; the ledger goes on after its last whole line. */
async function setAside(file: string, handle: FileHandle, { torn, size }: { torn: Buffer; size: number }): Promise<string> {
  const aside = `${file}.torn-${createHash('sha256').update(torn).digest('hex').slice(0, 12)}`;
  await writeFile(aside, torn, { mode: 0o600, flush: true });
  await handle.truncate(size);
  await handle.sync();
  await syncFolderOf(file);
  return aside;
}
