/** A scanner that speaks clamd's INSTREAM and knows one virus: the EICAR test file, also in a ZIP that is only stored. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** Written in two, so that no scanner stops at this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface FakeClamd {
  url: string;
  /** Bytes of each question, in turn. */
  asked: number[];
  /** Ends it; whoever asks meets nobody. */
  stop(): Promise<void>;
  /** At the same place again. */
  start(): Promise<void>;
}

/** @param most bytes of one question */
export async function openClamd(most = 25 * 1024 * 1024): Promise<FakeClamd> {
  const asked: number[] = [];
  let [server, port] = [await listen(0, { asked, most }), 0];
  ({ port } = server.address() as AddressInfo);
  return {
    url: `tcp://127.0.0.1:${port}`,
    asked,
    async stop() {
      server.close();
      await once(server, 'close');
    },
    async start() {
      server = await listen(port, { asked, most });
    },
  };
}

interface Manner {
  asked: number[];
  most: number;
}

async function listen(port: number, manner: Manner): Promise<Server> {
  const server = createServer((socket) => void answer(socket, manner).catch(() => socket.destroy()));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function answer(socket: Socket, { asked, most }: Manner): Promise<void> {
  const command = 'zINSTREAM\0';
  let heard = Buffer.alloc(0);
  for await (const part of socket) {
    heard = Buffer.concat([heard, part as Buffer]);
    if (heard.length >= command.length && heard.toString('latin1', 0, command.length) !== command)
      return void socket.end('UNKNOWN COMMAND\0');
    const { body, isWhole } = unframed(heard.subarray(command.length));
    if (body.length > most) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    if (!isWhole) continue;
    asked.push(body.length);
    return void socket.end(body.includes(eicar) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
  }
}

function unframed(bytes: Buffer): { body: Buffer; isWhole: boolean } {
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return { body: Buffer.concat(parts), isWhole: true };
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { body: Buffer.concat(parts), isWhole: false };
}
