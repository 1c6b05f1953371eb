/** Apollo Server over the supergraph: queries and mutations, within the limits, with errors fit to leave the house. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { unwrapResolverError } from '@apollo/server/errors';
import { describeError, type Logger } from '@heya/service-common/logger';
import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { type Cost, costOf, requireAffordable } from './cost.ts';
import { presentError, requestFault } from './errors.ts';
import type { ForwardContext } from './forward.ts';
import { countOperations, limitRules, limits, requireBoundedPages } from './limits.ts';
import type { LoadedSupergraph } from './supergraph.ts';

/** One operation over HTTP: what is forwarded, and what is asked of the limits. */
export interface GatewayContext extends ForwardContext {
  /** The document comes from the manifest of our own client. */
  isPersisted: boolean;
  /** @throws RATE_LIMITED */
  spend(operations: number): Promise<void>;
  cost?: Cost;
}

/** The id of the request being served: errors raised before there is a context carry it as well. */
export const requestScope = new AsyncLocalStorage<string>();

export function createGraphqlServer({ gateway }: LoadedSupergraph, logger: Logger): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway,
    introspection: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [...limitRules],
    logger: quiet(logger),
    formatError(formatted, error) {
      const requestId = requestScope.getStore() ?? randomUUID();
      const presented = presentError(formatted, requestId);
      if (presented.extensions?.code === 'INTERNAL')
        logger.error('unexpected error', { requestId, ...describeError(unwrapResolverError(error)) });
      return presented;
    },
    plugins: [
      operationRules,
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
}

const operationRules: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      async didResolveOperation({ document, operation, request, schema, contextValue }) {
        if (!operation || !document) return;
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw requestFault('Subscriptions are served over WebSocket.');
        const variables = request.variables ?? {};
        requireBoundedPages(document, variables);
        requireCost(contextValue, { schema, document, operation, variables });
        // One was spent when the request came in.
        const further = countOperations(document, operation) - 1;
        if (further > 0) await contextValue.spend(further);
      },
      async willSendResponse({ response: { body }, contextValue: { cost, isPersisted } }) {
        if (body.kind !== 'single') return;
        // `valueCompletion` names types and fields that could not be filled: nothing for clients.
        delete body.singleResult.extensions;
        if (cost && !isPersisted) body.singleResult.extensions = { cost };
      },
    }),
};

interface AskedOperation {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/** What a document of the manifest costs at its worst is the same each time; it is counted once. */
const worstCosts = new WeakMap<DocumentNode, number>();

/** @throws COST_EXCEEDED */
function requireCost(context: GatewayContext, { schema, document, operation, variables }: AskedOperation): void {
  if (context.isPersisted) {
    const worst = worstCosts.get(document) ?? costOf(schema, document, operation);
    worstCosts.set(document, worst);
    if (worst <= limits.cost) return;
  }
  context.cost = { requested: costOf(schema, document, operation, variables), limit: limits.cost };
  requireAffordable(context.cost);
}

/** Apollo's own lines may quote errors; only their occurrence is kept. */
function quiet(logger: Logger) {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: () => logger.warn('graphql server warns'),
    error: () => logger.error('graphql server fails'),
  };
}
