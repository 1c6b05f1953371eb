/** An object store as this service speaks to one: takes what is put, remembers what was asked of it, and gives it back. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

interface PutObject {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface FakeBucket {
  url: string;
  objects: PutObject[];
  close(): Promise<void>;
}

export async function fakeBucket(): Promise<FakeBucket> {
  const objects: PutObject[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { pathname: path, searchParams: asked } = new URL(request.url ?? '/', 'http://bucket');
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'application/xml' });
        return response.end(asked.has('versions') ? listed(objects) : (objects.find((object) => object.path === path)?.body ?? ''));
      }
      objects.push({ method: request.method ?? '', path, headers: flat(request.headers), body });
      response.writeHead(200, { etag: '"0"' }).end();
      return undefined;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const listed = (objects: readonly PutObject[]): string =>
  `<ListVersionsResult><IsTruncated>false</IsTruncated>${objects
    .map(({ path }) => `<Version><Key>${path.split('/').slice(2).join('/')}</Key><VersionId>1</VersionId></Version>`)
    .join('')}</ListVersionsResult>`;

const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
