/**
 * This service without its checks, for `npm run bench -- access` alone: the same GraphQL server, schema, resolvers, ORM and pool, no right looked up,
 * no row-level security (a role with BYPASSRLS, for which `bare.viewer_rooms()` is every room), no access record, and so no transaction
 * around what is read. What it answers is nobody's data.
 */
import 'reflect-metadata';
import { Bus } from '@heya/service-common/bus';
import { CursorSeal } from '@heya/service-common/cursor';
import type { Envelope } from '@heya/service-common/envelope';
import { createLogger } from '@heya/service-common/logger';
import { type Em, openOrm } from '@heya/service-common/orm';
import { Relay } from '@heya/service-common/outbox';
import { planOf } from '@heya/service-common/planned';
import { createSubgraphServer } from '@heya/service-common/server';
import { readEnvironment } from '../environment.ts';
import type { TimelineRequest } from '../modules/access/index.ts';
import { timelineOrm } from '../orm.config.ts';
import { timelineSchema } from '../schema.ts';

const name = 'timeline';
const environment = readEnvironment();
/** The process's one argument, room → where it belongs: what a service without checks would be told, and need not look up. */
const places = JSON.parse(process.argv[2] ?? '{}') as Record<string, { patientId: string; districtId: string }>;
const audiences = ['CARE_TEAM', 'EVERYONE'];

type Rows = Record<string, unknown>[];

/** @returns what a statement of the checks would have found, without asking; undefined for every other statement */
function unasked(text: string, values: readonly unknown[] = []): Rows | undefined {
  const sql = planOf(text)?.sql ?? text;
  if (sql.startsWith('insert into audit_entry')) return [];
  if (sql.includes('as "eventSeq"'))
    return roomsIn(String(values[0])).map((room) => ({
      ...room,
      authority: 'MEMBERSHIP',
      audiences,
      role: 'CARE_TEAM',
      epoch: 1,
      validUntil: null,
      eventSeq: 0,
    }));
  if (!sql.includes('from viewer_standing(')) return undefined;
  return roomsIn(String(values[0])).map((room) => ({
    ...room,
    roomStatus: 'ACTIVE',
    role: 'CARE_TEAM',
    consentStatus: 'ACTIVE',
    consentLapsed: false,
    granted: true,
    grantedToFamily: true,
  }));
}

const roomsIn = (ids: string): Rows => (ids.match(/[0-9a-f-]{36}/g) ?? []).map((roomId) => ({ roomId, ...places[roomId] }));

const plain = (tx: Em): Em =>
  ({ execute: async (sql: string, values: unknown[]) => unasked(sql, values) ?? tx.execute(sql, values) }) as unknown as Em;

const logger = createLogger('bare', 'warn');
const orm = await openOrm(timelineOrm(environment.DATABASE_URL));
const bus = new Bus(environment.BUS_DATABASE_URL, name, logger);
const relay = new Relay({ orm, bus, logger, leaseMs: environment.LEASE_MS });
const cursors = new CursorSeal(environment.CURSOR_KEY);
const { schema } = await timelineSchema();

function context({ viewer, requestId, locale }: Envelope): TimelineRequest {
  const em = orm.em.fork();
  const read: TimelineRequest['read'] = (work) => work(plain(em));
  const write: TimelineRequest['write'] = async (work) => {
    const result = await em.fork().transactional((tx) => work(plain(tx)));
    relay.wake();
    return result;
  };
  return {
    viewer,
    requestId,
    locale,
    cursors,
    projections: { reached: () => Promise.resolve(true) },
    now: () => new Date(),
    push: null,
    mail: null,
    record: { add: () => undefined, know: () => undefined, isKnown: () => true } as never,
    read,
    write,
    inDisaster: { read, write },
    settle: () => Promise.resolve(),
  };
}

const server = await createSubgraphServer({
  name,
  schema,
  key: environment.ENVELOPE_KEY,
  logger,
  context,
  healthy: () => Promise.resolve(),
});
await server.listen({ host: environment.HOST, port: environment.PORT });
process.once('SIGTERM', () => process.exit());
