// Starts the built portal. Copied to build/index.js after the build.
import http from 'node:http';
import process from 'node:process';
import { baseHeaders } from './headers.mjs';

const origin = new URL(process.env.ORIGIN ?? 'http://localhost:3000');
// Whatever a client or proxy says, the portal has one public address: links, cookies and origin checks depend on it.
process.env.PROTOCOL_HEADER = 'x-heya-protocol';
process.env.BODY_SIZE_LIMIT ??= '31M';
const { handler } = await import('./handler.js');

const headers = new Headers(baseHeaders(origin));
/** Only files may be large (lib/server/files.ts looks at each); whatever else says no length, or a large one, is not read. */
const longestText = 128 * 1024;
const isTooLong = ({ method, url, headers: { 'content-length': length, 'transfer-encoding': encoding } }) =>
  !(method === 'PUT' && url?.startsWith('/files/')) && (encoding !== undefined || Number(length ?? 0) > longestText);

const server = http.createServer((request, response) => {
  if (isTooLong(request)) return response.writeHead(413, { connection: 'close' }).end();
  request.headers['x-heya-protocol'] = origin.protocol.slice(0, -1);
  request.headers.host = origin.host;
  response.setHeaders(headers);
  handler(request, response, () => response.writeHead(404).end());
});

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';
server.listen(port, host, () => console.log(JSON.stringify({ msg: 'portal is listening', host, port })));

function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5_000).unref();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
