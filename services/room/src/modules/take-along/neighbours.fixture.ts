/** Consent and timeline as this service hears them when a room is taken along: they answer what a test says, and note as whom they were asked. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { envelopeHeader } from '@heya/service-common/envelope';
import type { Viewer } from '@heya/service-common/viewer';
import { wholeParts } from './take-along.fixture.ts';

export interface FakeNeighbours {
  url: string;
  /** Who asked for what, in order. */
  asked: { question: string; viewer: Viewer }[];
  /** From now on they do not answer. */
  fail(on: boolean): void;
  /** From now on nobody has written or looked. */
  empty(): void;
  close(): Promise<void>;
}

/** A doctor's visit, and what another facility wrote. */
const proofOfVisits = {
  visits: [
    {
      id: 'v1',
      authorName: '佐藤 一郎',
      authorFacilityName: '神埼クリニック',
      observedAt: '2026-11-10T01:00:00.000Z',
      visit: { nextVisitOn: '2026-11-24', planChanged: true, planChange: '利尿薬を半量に', careAdvice: '体重を毎朝', wishes: null },
    },
  ],
  recordsByFacility: [{ facilityName: '訪問看護ステーションそよかぜ', posts: 12, lastAt: '2026-11-20T01:00:00.000Z' }],
};

const pageOf = <T>(nodes: T[], hasNextPage: boolean) => ({ nodes, pageInfo: { hasNextPage, endCursor: hasNextPage ? 'next' : null } });

/** Two pages of posts, and what the consent service gives. */
function answerTo(query: string, { after, isEmpty }: { after: unknown; isEmpty: boolean }): object | null {
  const { posts, consents, looks } = isEmpty ? { ...wholeParts(), posts: [], looks: [] } : wholeParts();
  if (query.includes('TakeAlongPosts'))
    return { posts: after || isEmpty ? pageOf(posts.slice(1), false) : pageOf(posts.slice(0, 1), true) };
  if (query.includes('TakeAlongConsents') || query.includes('FeeProofConsents')) return { consents };
  if (query.includes('FeeProofVisits')) return proofOfVisits;
  return query.includes('TakeAlongLooks') ? { accessLog: pageOf(looks ?? [], false) } : null;
}

export async function fakeNeighbours(): Promise<FakeNeighbours> {
  const asked: FakeNeighbours['asked'] = [];
  let failing = false;
  let isEmpty = false;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (failing) return void response.writeHead(503).end('{}');
      if (request.method === 'GET')
        return void response.writeHead(request.url?.endsWith('/gone') ? 404 : 200).end(`bytes of ${request.url}`);
      const { query, variables } = JSON.parse(body) as { query: string; variables: { after?: string } };
      const { viewer } = JSON.parse(Buffer.from(String(request.headers[envelopeHeader]), 'base64url').toString()) as { viewer: Viewer };
      asked.push({ question: /query (\w+)/.exec(query)?.[1] ?? '', viewer });
      const data = { _entities: [answerTo(query, { after: variables.after, isEmpty })] };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    asked,
    fail: (on) => (failing = on),
    empty: () => (isEmpty = true),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
