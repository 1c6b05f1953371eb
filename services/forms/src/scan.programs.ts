/**
 * The two programs that read scans, zxing and PDFium in WebAssembly. Each scan has a thread of its own (scan.ts), and to compile them
 * takes a third of the work of reading a page: the process does it once and hands them to every thread. Code is shared, memory is not.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMainThread, workerData } from 'node:worker_threads';
import { installed } from './installed.ts';

/** Compiled, and not running. */
type Program = object;

/** As much of it as is used here; its types are declared for browsers alone. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<Program>;
  Instance: new (program: Program, imports: object) => { exports: object };
};

export interface ScanPrograms {
  codes: Program;
  drawings: Program;
}

const compile = async (path: string): Promise<Program> => WebAssembly.compile(new Uint8Array(await readFile(path)));

async function compileAll(): Promise<ScanPrograms> {
  const pdfium = join(dirname(installed('@hyzyla/pdfium')), 'pdfium.wasm');
  const [codes, drawings] = await Promise.all([compile(installed('zxing-wasm/reader/zxing_reader.wasm')), compile(pdfium)]);
  return { codes, drawings };
}

const given = isMainThread ? undefined : (workerData as { programs?: ScanPrograms } | null)?.programs;
let programs: Promise<ScanPrograms> | undefined = given && Promise.resolve(given);

export const scanPrograms = (): Promise<ScanPrograms> => (programs ??= compileAll());

/** How both libraries ask for their program. */
export const instantiateBy =
  (program: Program) =>
  (imports: object, ready: (instance: never, program: never) => void): never => {
    const instance = new WebAssembly.Instance(program, imports);
    ready(instance as never, program as never);
    return instance.exports as never;
  };
