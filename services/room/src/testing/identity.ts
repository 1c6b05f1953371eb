/** Identity as this service hears it: answers who somebody is, from what a test says. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { envelopeHeader } from '@heya/service-common/envelope';
import type { PersonViewer } from '@heya/service-common/viewer';

export interface FakeIdentity {
  url: string;
  /** People whose ID has ended. */
  deactivated: Set<string>;
  /** Facility → whom it takes for its administrator, by user id. */
  administrators: Map<string, string>;
  /** People who have proved a moment ago who they are. */
  proved: Set<string>;
  know(...people: PersonViewer[]): void;
  /** Birth dates of those who have one, by user id. */
  birthDates: Map<string, string>;
  /** Accounts it was asked to make, and letters to print. */
  made: Record<string, unknown>[];
  /** From now on it does not answer. */
  fail(on: boolean): void;
  close(): Promise<void>;
}

export async function fakeIdentity(): Promise<FakeIdentity> {
  const people = new Map<string, PersonViewer>();
  const deactivated = new Set<string>();
  const administrators = new Map<string, string>();
  const proved = new Set<string>();
  const birthDates = new Map<string, string>();
  const made: Record<string, unknown>[] = [];
  let failing = false;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      if (failing) return void response.writeHead(503).end('{}');
      const { query, variables } = JSON.parse(body) as {
        query: string;
        variables: {
          representations: { __typename: string; id: string }[];
          input?: Record<string, unknown>;
          userId?: string;
          birthDate?: string;
        };
      };
      const asker = askerOf(request.headers[envelopeHeader]) ?? '';
      if (query.includes('provedUntil')) return void response.writeHead(200).end(JSON.stringify(proofOf(proved.has(asker))));
      if (query.includes('RoomAsksDistrict'))
        return void response.writeHead(200).end(JSON.stringify({ data: { district: { name: '神埼地区' } } }));
      if (variables.userId) {
        const familyBirthDateFits = (birthDates.get(variables.userId) ?? variables.birthDate) === variables.birthDate;
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { familyBirthDateFits } }));
      }
      if (variables.input) {
        made.push(variables.input);
        const isStopped = deactivated.has(String(variables.input.userId));
        const familyAccountPrepare = isStopped ? null : { accountName: 'acdf-79gh', enrolmentCode: 'ACDEF-GHJKM-NPRTW' };
        const data = { familyAccountPrepare, familyLetterPrint: 'JVBERg==' };
        return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
      }
      const entities = variables.representations.map(({ __typename, id }) =>
        __typename === 'Facility' ? { viewerCanAdminister: administrators.get(id) === asker } : toUser(people.get(id), deactivated.has(id)),
      );
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { _entities: entities } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    deactivated,
    proved,
    administrators,
    birthDates,
    made,
    know: (...known) => known.forEach((person) => people.set(person.userId, person)),
    fail: (on) => (failing = on),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const proofOf = (isProved: boolean): object => ({
  data: { viewer: { provedUntil: isProved ? new Date(Date.now() + 60_000).toISOString() : null } },
});

/** Who the envelope says is asking. */
function askerOf(header: string | string[] | undefined): string | undefined {
  const { viewer } = JSON.parse(Buffer.from(String(header), 'base64url').toString()) as { viewer: { userId?: string } };
  return viewer.userId;
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
