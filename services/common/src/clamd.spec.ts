/** What clamd answers, and what counts when it does not. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { eicar, openClamd } from '../../../infra/clamd/clamd.ts';
import { expect, test } from 'vitest';
import { openScanner } from './clamd.ts';

test('bytes are clean, harmful or too many, however many there are; a virus across two parts is one', async () => {
  const clamd = await openClamd(300_000);
  const scan = openScanner(clamd.url);
  const across = Buffer.concat([Buffer.alloc(64 * 1024 - 10), Buffer.from(eicar)]);
  const answers = [Buffer.from('good'), Buffer.alloc(0), Buffer.from(`JPEG${eicar}`), across, Buffer.alloc(200_000), Buffer.alloc(400_000)];
  expect(await Promise.all(answers.map((bytes) => scan(bytes)))).toEqual(['CLEAN', 'CLEAN', 'FOUND', 'FOUND', 'CLEAN', 'TOO_LARGE']);
  await clamd.stop();
  expect(await scan(Buffer.from('good'))).toBe('SILENT');
  await clamd.start();
  expect(await scan(Buffer.from('good'))).toBe('CLEAN');
  await clamd.stop();
});

test.each([
  ['nothing', ''],
  ['half a word', 'stream: O'],
  ['another’s words', 'HTTP/1.1 200 OK\r\n\r\n'],
  ['no end', 'x'.repeat(9000)],
])('whoever says %s has not said that it is clean', async (_name, words) => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (words) socket.end(words);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await openScanner(`tcp://127.0.0.1:${port}`, 200)(Buffer.from('good'))).toBe('SILENT');
  server.close();
});
