/** MikroORM as every service uses it: PostgreSQL, row-level security by session variables, entities named one by one. */
import { defineEntity, p } from '@mikro-orm/core';
import { type EntityManager, MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { saveTrips } from './fewer-trips.ts';
import type { Viewer } from './viewer.ts';

export type Em = EntityManager;
export type Orm = MikroORM;

/** Tables that each service has: what it still has to tell, where it stands in listening, and what was looked at. */
export const outboxEvent = defineEntity({
  name: 'OutboxEvent',
  properties: {
    id: p.bigint().primary().autoincrement(),
    eventId: p.uuid().unique(),
    topic: p.string(),
    stream: p.string(),
    seq: p.bigint(),
    payload: p.json(),
    occurredAt: p.datetime(),
    position: p.bigint().nullable(),
  },
  indexes: [{ name: 'outbox_event_waiting', expression: 'create index outbox_event_waiting on outbox_event (id) where position is null' }],
});

export const streamCounter = defineEntity({
  name: 'StreamCounter',
  properties: { stream: p.string().primary(), seq: p.bigint() },
});

export const consumerOffset = defineEntity({
  name: 'ConsumerOffset',
  properties: { name: p.string().primary(), position: p.bigint() },
});

export const auditEntry = defineEntity({
  name: 'AuditEntry',
  properties: {
    seq: p.bigint().primary().autoincrement(),
    id: p.uuid().unique(),
    patientId: p.uuid().nullable().index(),
    line: p.json(),
    at: p.datetime(),
    shipped: p.boolean().default(false),
  },
  indexes: [{ name: 'audit_entry_waiting', expression: 'create index audit_entry_waiting on audit_entry (seq) where not shipped' }],
});

/** Events that could not be applied however often they were tried; ids only (threat 26). */
export const deadEvent = defineEntity({
  name: 'DeadEvent',
  properties: {
    eventId: p.uuid().primary(),
    topic: p.string(),
    position: p.bigint(),
    /** Of the last error, never its words. */
    code: p.string(),
    diedAt: p.datetime(),
  },
});

/** For services that seal bytes (data-keys.ts): they add it to their entities. */
export const dataKey = defineEntity({
  name: 'DataKey',
  properties: {
    /** The patient or room whose things it seals. */
    scope: p.uuid().primary(),
    version: p.smallint().primary(),
    districtId: p.uuid(),
    /** Wrapped by a key outside the database; null once destroyed. */
    wrapped: p.blob().nullable(),
    keyId: p.text(),
    createdAt: p.datetime(),
    destroyedAt: p.datetime().nullable(),
  },
});

/** For services that erase rooms when they are asked to (erasure.ts): they add it to their entities. Ids, counts and hashes alone. */
export const erasedRoom = defineEntity({
  name: 'ErasedRoom',
  rowLevelSecurity: 'force',
  properties: {
    roomId: p.uuid().primary(),
    patientId: p.uuid().index(),
    /** What was erased, as it was told first. */
    answer: p.json(),
  },
});

export const commonEntities = [outboxEvent, streamCounter, consumerOffset, auditEntry, deadEvent];

/**
 * @param entities explicit list, own ones only; the common ones are added
 * @param migrationsList the migration classes, so that a bundle carries them
 */
export function ormOptions(clientUrl: string, entities: Options['entities'], migrationsList: object[]): Options {
  return {
    clientUrl,
    entities: [...(entities ?? []), ...commonEntities],
    extensions: [Migrator],
    migrations: {
      migrationsList: migrationsList as never,
      path: 'migrations',
      emit: 'ts',
      disableForeignKeys: false,
      snapshot: false,
      silent: true,
    },
    // The schema of the jobs is pg-boss's own (jobs.ts).
    schemaGenerator: {
      ignorePolicies: true,
      ignoreRoutines: true,
      ignoreTriggers: true,
      disableForeignKeys: false,
      ignoreSchema: ['jobs'],
    },
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 16 },
    // Whoever gets no connection is told so, and holds up nobody behind them; by then the gateway has answered for them.
    driverOptions: { onPoolCreated: saveTrips, connectionTimeoutMillis: 10_000 },
    forceUtcTimezone: true,
    debug: false,
  };
}

export const openOrm = (options: Options): Promise<Orm> => MikroORM.init(options);

/** Brings the database up to date as its owner, then lets go of that role. A migration names its tables itself: the entities are not read. */
export async function migrate(options: Options): Promise<void> {
  const orm = await MikroORM.init({ ...options, entities: [] });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}

/**
 * One transaction in which row-level security sees this viewer. Every read and write of a use case happens in one.
 * Policies read `current_setting('app.user_id', true)` and the like; absent ones are empty strings.
 */
export function inViewer<T>(em: Em, viewer: Viewer, work: (tx: Em) => Promise<T>): Promise<T> {
  const fork = em.fork({ session: { variables: sessionVariables(viewer) } });
  return fork.transactional((tx) => work(tx));
}

export function sessionVariables(viewer: Viewer): Record<string, string> {
  const person = viewer.type === 'person' ? viewer : undefined;
  const channel = viewer.type === 'channel' ? viewer : undefined;
  return {
    'app.viewer_type': viewer.type,
    'app.user_id': person?.userId ?? '',
    'app.district_id': person?.districtId ?? '',
    'app.user_kind': person?.kind ?? '',
    'app.room_id': channel?.roomId ?? '',
    'app.audience': channel?.audience ?? '',
    'app.epoch': channel ? String(channel.epoch) : '',
  };
}
