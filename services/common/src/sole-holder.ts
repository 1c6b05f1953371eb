/** One process at a time: a name that the kernel lends, and takes back when the process ends, however it ends. */
import { createHash } from 'node:crypto';
import { realpath, unlink } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** @param file whose name is held; it need not exist, its folder must @returns how to let go @throws when another holds it */
export async function holdAlone(file: string): Promise<() => Promise<void>> {
  const real = join(await realpath(dirname(file)), basename(file));
  const name = `heya-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`;
  const server = process.platform === 'linux' ? await listen(`\0${name}`) : await listenInFolder(join(tmpdir(), `${name}.sock`));
  return () => new Promise((resolve) => void server.close(() => resolve()));
}

/** Where names have no space of their own, a socket file outlives its process; then nobody answers at it. */
async function listenInFolder(path: string): Promise<Server> {
  try {
    return await listen(path);
  } catch (error) {
    if (await answers(path)) throw error;
    await unlink(path);
    return listen(path);
  }
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => resolve(server));
    server.unref();
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path, () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
