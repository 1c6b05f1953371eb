/** Opens a ZIP from outside: piece by piece, within limits that do not trust what it says of itself. */
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';

/** Why a package is not taken. */
export type PackageFault =
  | 'NOT_A_PACKAGE'
  | 'DAMAGED'
  | 'TOO_LARGE'
  | 'CHANGED'
  | 'WRONG_SIGNATURE'
  | 'UNKNOWN_VERSION'
  | 'UNREADABLE'
  | 'MY_NUMBER'
  | 'OTHER_PATIENT'
  | 'SAME_ROOM';

/** A package that is not taken, with the reason that whoever brought it is told. */
export class BadPackage extends Error {
  override name = 'BadPackage';
  readonly fault: PackageFault;

  constructor(fault: PackageFault) {
    super(fault);
    this.fault = fault;
  }
}

export const archiveLimits = {
  files: 1_000,
  /** All that comes out of it. */
  unpacked: 128 * 1024 * 1024,
  /** Of a file that is read and not only hashed. */
  kept: 32 * 1024 * 1024,
  /** How often larger than it lies in the package, from `smallest` on. */
  ratio: 200,
  smallest: 1024 * 1024,
};

export interface OpenedFile {
  sha256: string;
  bytes: number;
  /** Of files that are read. */
  content?: Buffer;
}

const plainName = /^(?:[a-z0-9][a-z0-9_-]*\/)*[a-z0-9][a-z0-9_.-]*$/i;
const isPlain = (name: string): boolean => name.length <= 200 && plainName.test(name) && !name.includes('..');
/** How much is unpacked before others have their turn. */
const step = 64 * 1024;

/** @param kept names whose bytes are wanted; of the others size and digest @throws {BadPackage} */
export async function openArchive(zip: Uint8Array, kept: readonly string[]): Promise<Map<string, OpenedFile>> {
  if (zip.length < 22 || zip[0] !== 0x50 || zip[1] !== 0x4b) throw new BadPackage('NOT_A_PACKAGE');
  const reading = new Reading(kept);
  const unzip = new Unzip((file) => reading.begin(file));
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < zip.length; from += step) {
      unzip.push(zip.subarray(from, from + step), from + step >= zip.length);
      reading.require();
      await turn();
    }
  } catch (error) {
    throw error instanceof BadPackage ? error : new BadPackage('DAMAGED');
  }
  return reading.end();
}

class Reading {
  readonly #kept: readonly string[];
  readonly #done = new Map<string, OpenedFile>();
  #begun = 0;
  #unpacked = 0;
  #fault: BadPackage | undefined;

  constructor(kept: readonly string[]) {
    this.#kept = kept;
  }

  begin(file: UnzipFile): void {
    this.#begun += 1;
    if (this.#begun > archiveLimits.files) return this.#refuse('TOO_LARGE');
    if (!isPlain(file.name) || this.#done.has(file.name)) return this.#refuse('CHANGED');
    const hash = createHash('sha256');
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    file.ondata = (error, piece, isLast) => {
      if (this.#fault) return;
      if (error) return this.#refuse('DAMAGED');
      bytes += piece.length;
      this.#unpacked += piece.length;
      if (this.#isTooMuch(file, bytes)) return this.#refuse('TOO_LARGE');
      hash.update(piece);
      if (this.#kept.includes(file.name)) pieces.push(piece);
      if (isLast)
        this.#done.set(file.name, {
          sha256: hash.digest('hex'),
          bytes,
          ...(this.#kept.includes(file.name) && { content: Buffer.concat(pieces) }),
        });
    };
    file.start();
  }

  #isTooMuch(file: UnzipFile, bytes: number): boolean {
    if (this.#unpacked > archiveLimits.unpacked) return true;
    if (this.#kept.includes(file.name) && bytes > archiveLimits.kept) return true;
    return bytes > archiveLimits.smallest && file.size !== undefined && bytes > file.size * archiveLimits.ratio;
  }

  #refuse(fault: PackageFault): void {
    this.#fault ??= new BadPackage(fault);
  }

  /** @throws {BadPackage} once something was wrong */
  require(): void {
    if (this.#fault) throw this.#fault;
  }

  end(): Map<string, OpenedFile> {
    this.require();
    if (this.#begun === 0) throw new BadPackage('NOT_A_PACKAGE');
    // A file that did not come to its end.
    if (this.#done.size !== this.#begun) throw new BadPackage('DAMAGED');
    return this.#done;
  }
}
