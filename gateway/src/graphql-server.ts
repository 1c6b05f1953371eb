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
import { OperationTypeNode } from 'graphql';
import { presentError, requestFault } from './errors.ts';
import type { ForwardContext } from './forward.ts';
import { limitRules, limits, requireBoundedPages } from './limits.ts';
import type { LoadedSupergraph } from './supergraph.ts';

/** The id of the request being served: errors raised before there is a context carry it as well. */
export const requestScope = new AsyncLocalStorage<string>();

export function createGraphqlServer({ gateway }: LoadedSupergraph, logger: Logger): ApolloServer<ForwardContext> {
  return new ApolloServer<ForwardContext>({
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

const operationRules: ApolloServerPlugin<ForwardContext> = {
  requestDidStart: () =>
    Promise.resolve({
      async didResolveOperation({ document, operation, request }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw requestFault('Subscriptions are served over WebSocket.');
        if (document) requireBoundedPages(document, request.variables ?? {});
      },
      async willSendResponse({ response: { body } }) {
        // `valueCompletion` names types and fields that could not be filled: nothing for clients.
        if (body.kind === 'single') delete body.singleResult.extensions;
      },
    }),
};

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
