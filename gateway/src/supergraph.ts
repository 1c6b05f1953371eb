/** The composed graph: @apollo/gateway for queries and mutations, and a planner of our own for subscriptions, which it refuses. */
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { assumeSizes } from './list-sizes.ts';

/** Name of the virtual subgraph that has the Subscription root and no server. */
export const eventsSubgraph = 'events';

/** What planning and executing a subscription needs, of one version of the supergraph. */
export interface FederatedGraph {
  apiSchema: GraphQLSchema;
  internalApiSchema: Schema;
  supergraphSchema: GraphQLSchema;
  /** Schema of the virtual subgraph, against which an event is read. */
  eventsSchema: GraphQLSchema;
  planner: QueryPlanner;
  sources: Record<string, GraphQLDataSource>;
}

export interface LoadedSupergraph {
  gateway: ApolloGateway;
  /** Set once the gateway has started. */
  graph(): FederatedGraph;
}

/** @param source where each subgraph is asked, the virtual one included */
export function createSupergraph(sdl: string, source: (name: string) => GraphQLDataSource): LoadedSupergraph {
  const sources: Record<string, GraphQLDataSource> = Object.create(null) as Record<string, GraphQLDataSource>;
  const gateway = new ApolloGateway({
    supergraphSdl: sdl,
    buildService: ({ name }) => (sources[name] = source(name)),
    __exposeQueryPlanExperimental: false,
    logger: silent,
  });
  let graph: FederatedGraph | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    assumeSizes(apiSchema, coreSupergraphSdl);
    graph = { apiSchema, sources, ...planning(coreSupergraphSdl) };
  });
  return {
    gateway,
    graph() {
      if (!graph) throw new Error('The supergraph is not loaded');
      return graph;
    },
  };
}

function planning(sdl: string): Omit<FederatedGraph, 'apiSchema' | 'sources'> {
  const supergraph = Supergraph.build(sdl);
  const events = supergraph.subgraphs().get(eventsSubgraph);
  if (!events) throw new Error(`The supergraph has no subgraph "${eventsSubgraph}"`);
  return {
    internalApiSchema: supergraph.apiSchema(),
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    eventsSchema: events.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
  };
}

/** The package's own lines may carry messages of errors; ours are written where errors are masked. */
const nothing = () => undefined;
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
