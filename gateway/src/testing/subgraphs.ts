/** Real subgraph servers over the fake world: signed envelopes, federation, loopback; only what is behind them is made up. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Envelope } from '@heya/service-common/envelope';
import { codedError } from '@heya/service-common/errors';
import { createLogger } from '@heya/service-common/logger';
import { createSubgraphServer } from '@heya/service-common/server';
import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import type { SubgraphAddress } from '../environment.ts';
import type { World } from './world.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@tag"])';
const grant = 'type StreamGrant @inaccessible @shareable { audience: String epoch: Int! validUntil: String }';

const typeDefs: Record<string, string> = {
  identity: `${link} ${grant}
    type Query { viewer: Viewer applicationDistricts: [String!]! @tag(name: "public") reviewTaskGrant: StreamGrant @inaccessible }
    type Viewer @key(fields: "id") { id: ID! user: User! locale: String! }
    type User @key(fields: "id") { id: ID! displayName: String }
    type ReviewTask @key(fields: "id") { id: ID! title: String! }`,
  consent: `${link} ${grant}
    type Query { consent(id: ID!): Consent consentChangedGrant(patientId: ID!, notBefore: Int): StreamGrant @inaccessible }
    type Consent @key(fields: "id") { id: ID! status: String! }`,
  room: `${link} ${grant}
    type Query { room(id: ID!): Room rooms(first: Int = 20): [Room!] roomChangedGrant(roomId: ID!, notBefore: Int): StreamGrant @inaccessible }
    type Mutation { roomRename(id: ID!): Room }
    type Room @key(fields: "id") { id: ID! patient: Patient roomNumber: String self: Room }
    type Patient @key(fields: "id") { id: ID! rooms(first: Int = 20): [Room!] }
    type RoomMembership @key(fields: "id") { id: ID! }`,
  timeline: `${link} type StreamGrant @inaccessible @shareable { audience: String epoch: Int! validUntil: String patientIds: [ID!] }
    type Query { post(id: ID!): Post roomEventGrant(roomId: ID!, notBefore: Int): StreamGrant @inaccessible
      notificationEventGrant(notBefore: Int): StreamGrant @inaccessible }
    type Post @key(fields: "id") { id: ID! room: Room author: User authorName: String! body: String viewerHasRead: Boolean fails: String }
    type Room @key(fields: "id") { id: ID! unreadCount: Int }
    type Notification @key(fields: "id") { id: ID! summary: String }
    type NotificationReceived @key(fields: "id") { id: ID! @inaccessible unreadCount: Int! }
    type NotificationsRead @key(fields: "id") { id: ID! @inaccessible unreadCount: Int! }
    type User @key(fields: "id", resolvable: false) { id: ID! }`,
};

const eventsSdl = readFileSync(resolve(import.meta.dirname, '../subscriptions/events.graphql'), 'utf8');

export type SubgraphName = 'identity' | 'consent' | 'room' | 'timeline';
type Context = Pick<Envelope, 'viewer' | 'locale'>;
type Resolvers = Record<string, Record<string, unknown>>;

export interface FakeSubgraphs {
  addresses: SubgraphAddress[];
  supergraphSdl: string;
  close(): Promise<void>;
  /** Stops one server and, with `restart`, lets it come back on the same port. */
  stop(name: SubgraphName): Promise<void>;
  restart(name: SubgraphName): Promise<void>;
}

/** @param extend routes of identity's own, for the OpenID provider */
export async function startSubgraphs(world: World, extend: (app: FastifyInstance) => Promise<void>): Promise<FakeSubgraphs> {
  const running = new Map<string, { app: FastifyInstance; key: Buffer; port: number }>();
  const start = async (name: SubgraphName, key: Buffer, port: number) => {
    const app = await serve(name, key, world, name === 'identity' ? extend : undefined);
    const url = await app.listen({ host: '127.0.0.1', port });
    running.set(name, { app, key, port: Number(new URL(url).port) });
  };
  for (const name of Object.keys(typeDefs) as SubgraphName[]) await start(name, randomBytes(32), 0);
  return {
    supergraphSdl: compose(),
    addresses: [...running].map(([name, { key, port }]) => ({ name, key, url: `http://127.0.0.1:${port}/graphql` })),
    async stop(name) {
      await running.get(name)?.app.close();
    },
    async restart(name) {
      const old = running.get(name);
      if (old) await start(name, old.key, old.port);
    },
    async close() {
      for (const { app } of running.values()) await app.close();
    },
  };
}

function compose(): string {
  const named = Object.entries({ ...typeDefs, events: eventsSdl });
  const { supergraphSdl, errors } = composeServices(
    named.map(([name, sdl]) => ({ name, url: `http://127.0.0.1/${name}`, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

function serve(name: SubgraphName, key: Buffer, world: World, extend?: (app: FastifyInstance) => Promise<void>): Promise<FastifyInstance> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs[name] ?? ''), resolvers: resolvers(world)[name] as never }]);
  return createSubgraphServer<Context>({
    name,
    schema: failing(schema, name, world),
    key,
    logger: createLogger(name, 'silent'),
    context: ({ viewer, locale }) => ({ viewer, locale }),
    healthy: () => Promise.resolve(),
    ...(extend && { extend }),
  });
}

/** While a subgraph is down, each of its root fields says so. */
function failing(schema: GraphQLSchema, name: string, world: World): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const resolveField = field.resolve;
    field.resolve = (...args) => {
      if (world.down.has(name)) throw codedError('SERVICE_UNAVAILABLE');
      return resolveField?.(...args);
    };
  }
  return schema;
}

function resolvers(world: World): Record<SubgraphName, Resolvers> {
  return { identity: identity(world), consent: consent(world), room: room(world), timeline: timeline(world) };
}

function identity(world: World): Resolvers {
  return {
    Query: {
      // Says from where somebody comes, as far as this subgraph was told.
      applicationDistricts: (_: unknown, _args: unknown, { viewer }: Context) => [
        viewer.type === 'anonymous' ? (viewer.address ?? '') : viewer.type,
      ],
      viewer: (_: unknown, _args: unknown, { viewer, locale }: Context) =>
        viewer.type === 'person' ? { id: viewer.userId, user: { id: viewer.userId }, locale } : null,
      reviewTaskGrant: (_: unknown, _args: unknown, { viewer }: Context) =>
        viewer.type === 'person' && viewer.kind === 'CENTER_OFFICER' ? { audience: null, epoch: 0, validUntil: null } : null,
    },
    User: { displayName: ({ id }: { id: string }) => `利用者 ${id.slice(0, 4)}`, __resolveReference: (reference: unknown) => reference },
    ReviewTask: { title: () => '様式4-1', __resolveReference: (reference: unknown) => reference },
    Viewer: { __resolveReference: () => (world.down.has('identity') ? null : {}) },
  };
}

function consent(world: World): Resolvers {
  return {
    Query: {
      consentChangedGrant: (_: unknown, args: { patientId: string; notBefore?: number }, { viewer }: Context) =>
        world.grant(args.patientId, args.notBefore, viewer),
    },
    Consent: { status: () => 'ACTIVE', __resolveReference: (reference: unknown) => reference },
  };
}

function room(world: World): Resolvers {
  return {
    Query: {
      room: (_: unknown, { id }: { id: string }, { viewer }: Context) =>
        viewer.type === 'person' && world.rooms.get(id)?.members.has(viewer.userId) ? { id } : null,
      rooms: () => [...world.rooms.values()].map(({ id }) => ({ id })),
      roomChangedGrant: (_: unknown, args: { roomId: string; notBefore?: number }, { viewer }: Context) =>
        world.grant(args.roomId, args.notBefore, viewer),
    },
    Room: {
      patient: ({ id }: { id: string }) => ({ id: world.rooms.get(id)?.patientId }),
      roomNumber: () => '101',
      self: (self: unknown) => self,
      __resolveReference: ({ id }: { id: string }) => (world.rooms.has(id) ? { id } : null),
    },
    Patient: { rooms: () => [] },
    RoomMembership: { __resolveReference: (reference: unknown) => reference },
  };
}

function timeline(world: World): Resolvers {
  return {
    Query: {
      post: (_: unknown, { id }: { id: string }, { viewer }: Context) => world.visiblePost(id, viewer),
      roomEventGrant: (_: unknown, args: { roomId: string; notBefore?: number }, { viewer }: Context) =>
        world.grant(args.roomId, args.notBefore, viewer),
      notificationEventGrant: (_: unknown, args: { notBefore?: number }, { viewer }: Context) =>
        world.personalGrant(args.notBefore, viewer),
    },
    Notification: {
      __resolveReference: ({ id }: { id: string }, { viewer }: Context) => world.visibleNotification(id, viewer),
    },
    ...Object.fromEntries(
      ['NotificationReceived', 'NotificationsRead'].map((type) => [
        type,
        { unreadCount: () => world.notifications.size, __resolveReference: (reference: unknown) => reference },
      ]),
    ),
    Post: {
      room: ({ roomId }: { roomId: string }) => ({ id: roomId }),
      author: ({ authorId }: { authorId: string }) => ({ id: authorId }),
      authorName: () => '鈴木 花子',
      viewerHasRead: (_: unknown, _args: unknown, { viewer }: Context) => viewer.type === 'person',
      fails: () => {
        throw new Error('relation "post" does not exist at secret.example');
      },
      __resolveReference: ({ id }: { id: string }, { viewer }: Context) => {
        world.reads.push({ postId: id, viewer });
        return world.visiblePost(id, viewer);
      },
    },
    Room: { unreadCount: () => 3, __resolveReference: (reference: unknown) => reference },
  };
}
