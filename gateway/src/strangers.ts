/**
 * What people without a sign-in may ask (R2): through the portal's own server alone, which signs from where they come;
 * by ids of the portal's documents alone; at fields tagged `public` alone.
 */
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { envelopeHeader, type EnvelopeVerifier } from '@heya/service-common/envelope';
import { codedError } from '@heya/service-common/errors';
import type { Viewer } from '@heya/service-common/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type DocumentNode, Kind, parse } from 'graphql';
import { clientAddress } from './address.ts';
import { boundClient, type NamedDocument, type PersistedDocuments } from './documents.ts';
import { requestFault } from './errors.ts';
import { type GatewayContext, requestScope } from './graphql-server.ts';
import { limits } from './limits.ts';
import { readLocale } from './locale.ts';
import { RateExceeded, type Rates } from './rates.ts';

export const strangersPath = '/public';

export interface StrangerParts {
  graphql: ApolloServer<GatewayContext>;
  /** Knows the portal's signature. */
  portal: EnvelopeVerifier;
  /** `Query.field` and `Mutation.field`. */
  publicFields: ReadonlySet<string>;
  documents: PersistedDocuments;
  rates: Rates;
  trustedProxies: readonly string[];
}

type Stranger = Extract<Viewer, { type: 'anonymous' }>;

declare module 'fastify' {
  interface FastifyRequest {
    stranger?: Stranger;
  }
}

export function serveStrangers(app: FastifyInstance, parts: StrangerParts): void {
  // The signature is over the body as it was sent.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request) => {
    if (request.headers[envelopeHeader] === undefined) await refuse(parts, request);
  });
  const isOpen = remembered((text) => isPublic(parse(text), parts.publicFields));
  const answer = fastifyApolloHandler(parts.graphql, { context: (request) => Promise.resolve(contextOf(request, parts.rates)) });
  app.post(strangersPath, {
    preHandler: (request) => admitStranger({ ...parts, isOpen }, request),
    handler: (request, reply) =>
      requestScope.run(request.id, () => (answer as (a: FastifyRequest, b: FastifyReply) => unknown)(request, reply)),
  });
}

/** The portal has few documents, and each says the same every time. */
function remembered(judge: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? judge(text);
    known.set(text, answer);
    return answer;
  };
}

/** @throws UNAUTHENTICATED, RATE_LIMITED, PERSISTED_DOCUMENT_NOT_FOUND, BAD_USER_INPUT */
async function admitStranger(parts: StrangerParts & { isOpen(text: string): boolean }, request: FastifyRequest): Promise<void> {
  if (typeof request.body !== 'string') throw requestFault('Send JSON.');
  const check = parts.portal.verify({ method: 'POST', path: strangersPath, body: request.body }, request.headers);
  if (!check.ok || check.envelope.viewer.type !== 'anonymous') return refuse(parts, request);
  const stranger = check.envelope.viewer;
  request.stranger = stranger;
  request.quota = await parts.rates.spendAsStranger(stranger.address ?? '', 1);
  const { documentId, variables } = readSent(request.body);
  const { text = '' } = parts.documents.resolve({ documentId }, boundClient);
  if (!parts.isOpen(text)) throw codedError('UNAUTHENTICATED');
  request.body = { query: text, ...(variables !== undefined && { variables }) };
}

/** Counted with the failures of whoever sent it, which is not the portal. */
async function refuse({ rates, trustedProxies }: StrangerParts, request: FastifyRequest): Promise<void> {
  const address = clientAddress(request.raw, trustedProxies);
  await rates.requireCalm(address);
  await rates.noteFailure(address);
  throw codedError('UNAUTHENTICATED');
}

function readSent(body: string): NamedDocument & { variables?: unknown } {
  try {
    const sent: unknown = JSON.parse(body);
    return typeof sent === 'object' && sent !== null ? sent : {};
  } catch {
    throw requestFault('Not JSON.');
  }
}

function contextOf(request: FastifyRequest, rates: Rates): GatewayContext {
  const viewer = request.stranger as Stranger;
  return {
    viewer,
    requestId: request.id,
    locale: readLocale(request.headers['accept-language']),
    signal: AbortSignal.timeout(limits.operationMs),
    isPersisted: true,
    async spend(operations) {
      try {
        request.quota = await rates.spendAsStranger(viewer.address ?? '', operations);
      } catch (error) {
        if (error instanceof RateExceeded) request.quota = error.quota;
        throw error;
      }
    },
  };
}

/** Root fields stand there by themselves: a document of ours hides none in a fragment. */
function isPublic({ definitions }: DocumentNode, fields: ReadonlySet<string>): boolean {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.every(({ operation, selectionSet }) =>
    selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && fields.has(`${rootTypes[operation]}.${selection.name.value}`),
    ),
  );
}

const rootTypes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** @param sdl of the supergraph @returns the root fields tagged `public` */
export function publicFieldsOf(sdl: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const definition of parse(sdl).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !['Query', 'Mutation'].includes(definition.name.value)) continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const tags = directives.filter((directive) => directive.name.value === 'tag').flatMap((tag) => tag.arguments ?? []);
      if (tags.some(({ value }) => value.kind === Kind.STRING && value.value === 'public'))
        found.add(`${definition.name.value}.${name.value}`);
    }
  }
  return found;
}
