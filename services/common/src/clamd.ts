/** A question to clamd by INSTREAM (clamd(8)): whether bytes hold what it knows for harmful. Nothing is written to a disk for it. */
import { connect, type Socket } from 'node:net';
import { z } from 'zod';

/** `tcp://host:port` or `unix:///path`; empty: nobody is asked. */
export const clamdUrl = z.union([z.literal(''), z.url({ protocol: /^(tcp|unix)$/ })]).default('');

/** SILENT: it does not answer, not in time, or nothing that is known. */
export type Verdict = 'CLEAN' | 'FOUND' | 'TOO_LARGE' | 'SILENT';

/** Asks about these bytes. */
export type Scanner = (bytes: Uint8Array) => Promise<Verdict>;

const chunkBytes = 64 * 1024;
const longestAnswer = 4096;

export function openScanner(address: string, milliseconds = 20_000): Scanner {
  const { protocol, hostname, port, pathname } = new URL(address);
  const place = protocol === 'unix:' ? { path: pathname } : { host: hostname, port: Number(port || 3310) };
  return (bytes) => asked(connect(place), bytes, milliseconds);
}

function asked(socket: Socket, bytes: Uint8Array, milliseconds: number): Promise<Verdict> {
  let answer = '';
  const timer = setTimeout(() => socket.destroy(), milliseconds);
  return new Promise<Verdict>((resolve) => {
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => (answer += part).length > longestAnswer && socket.destroy());
    // It may end the talk before it has heard everything: what it said by then counts.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(verdictOf(answer)));
    socket.on('connect', () => socket.write(frames(bytes)));
  }).finally(() => clearTimeout(timer));
}

function frames(bytes: Uint8Array): Buffer {
  const parts: Uint8Array[] = [Buffer.from('zINSTREAM\0')];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes);
    parts.push(lengthOf(chunk), chunk);
  }
  return Buffer.concat([...parts, Buffer.alloc(4)]);
}

function lengthOf({ length }: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return head;
}

function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK\0') return 'CLEAN';
  if (/^stream: .+ FOUND\0$/.test(answer)) return 'FOUND';
  return answer.startsWith('INSTREAM size limit exceeded') ? 'TOO_LARGE' : 'SILENT';
}
