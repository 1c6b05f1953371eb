/** Identity as this service hears it: answers who somebody is, from what a test says. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PersonViewer } from '@heya/service-common/viewer';

export interface FakeIdentity {
  url: string;
  /** People whose ID has ended. */
  deactivated: Set<string>;
  know(...people: PersonViewer[]): void;
  /** From now on it does not answer. */
  fail(on: boolean): void;
  close(): Promise<void>;
}

export async function fakeIdentity(): Promise<FakeIdentity> {
  const people = new Map<string, PersonViewer>();
  const deactivated = new Set<string>();
  let failing = false;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (failing) return void response.writeHead(503).end('{}');
      const { variables } = JSON.parse(body) as { variables: { representations: { id: string }[] } };
      const entities = variables.representations.map(({ id }) => toUser(people.get(id), deactivated.has(id)));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { _entities: entities } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    deactivated,
    know: (...known) => known.forEach((person) => people.set(person.userId, person)),
    fail: (on) => (failing = on),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function toUser(person: PersonViewer | undefined, isDeactivated: boolean): object | null {
  if (!person) return null;
  const facility = person.facilityId && { until: null, facility: { id: person.facilityId, name: person.labels.facility } };
  return {
    id: person.userId,
    kind: person.kind,
    displayName: person.labels.name,
    enrolledAt: '2026-01-01T00:00:00Z',
    deactivatedAt: isDeactivated ? '2026-11-01T00:00:00Z' : null,
    practitioner: person.profession ? { professions: [person.profession], affiliations: facility ? [facility] : [] } : null,
  };
}
