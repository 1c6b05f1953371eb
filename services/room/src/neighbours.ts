/** Whom this service asks as somebody: the other subgraphs, and itself, past its server but by the same resolvers (infra/decisions/0035). */
import { codedError } from '@heya/service-common/errors';
import type { Viewer } from '@heya/service-common/viewer';
import { SubgraphClient } from '@heya/service-common/subgraph-client';
import { graphql, type GraphQLSchema } from 'graphql';
import type { Environment } from './environment.ts';
import type { RoomContext } from './modules/platform/index.ts';
import type { Neighbours } from './modules/take-along/index.ts';

interface Itself {
  schema: GraphQLSchema;
  contextOf(viewer: Viewer, requestId: string): RoomContext;
}

export function openNeighbours(environment: Environment, { schema, contextOf }: Itself): Neighbours & { close(): Promise<unknown> } {
  const { CONSENT_URL, CONSENT_ENVELOPE_KEY, TIMELINE_URL, TIMELINE_ENVELOPE_KEY } = environment;
  const consent = new SubgraphClient({ name: 'consent', url: CONSENT_URL, key: CONSENT_ENVELOPE_KEY });
  const timeline = new SubgraphClient({ name: 'timeline', url: TIMELINE_URL, key: TIMELINE_ENVELOPE_KEY });
  return {
    async room<T>({ query, variables, viewer, requestId }: Parameters<Neighbours['room']>[0]): Promise<T> {
      const contextValue = contextOf(viewer, requestId);
      const { data, errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
      if (!data || errors?.length) throw codedError('SERVICE_UNAVAILABLE');
      // As it goes over a wire: times are texts.
      return JSON.parse(JSON.stringify(data)) as T;
    },
    consent: (question) => consent.ask(question),
    timeline: (question) => timeline.ask(question),
    file: (path, as) => timeline.file(path, as),
    close: () => Promise.all([consent.close(), timeline.close()]),
  };
}
