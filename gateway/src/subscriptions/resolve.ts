/** One event becomes one text: the plan runs once, under the channel's authority, and is serialised once. */
import { executeQueryPlan, type GraphQLDataSource, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Viewer } from '@heya/service-common/viewer';
import { type DocumentNode, execute, type GraphQLFormattedError, type GraphQLSchema, parse } from 'graphql';
import { presentError } from '../errors.ts';
import type { ForwardContext } from '../forward.ts';
import { limits } from '../limits.ts';
import type { PlannedSubscription, PreparedSubscription } from './plan.ts';

type RequestContext = Parameters<typeof executeQueryPlan>[2];

export type Resolution =
  /** The payload of a `next` message. */
  | { kind: 'payload'; text: string; isPartial: boolean }
  /** The stream's own value is null: nobody of this class may see it, or its owner cannot say now. */
  | { kind: 'nothing'; isOutage: boolean };

/** Answers the stream's own part of a plan from the event; there is no server behind the virtual subgraph. */
export class EventSource implements GraphQLDataSource {
  readonly #schema: () => GraphQLSchema;
  readonly #documents = new Map<string, DocumentNode>();

  constructor(schema: () => GraphQLSchema) {
    this.#schema = schema;
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions): ReturnType<GraphQLDataSource['process']> {
    const { event } = context as ForwardContext;
    if (!event) throw new Error('Streams are only read through events');
    const document = this.#parsed(request.query ?? '');
    const result = await execute({ schema: this.#schema(), document, rootValue: event, variableValues: request.variables ?? {} });
    return result;
  }

  #parsed(query: string): DocumentNode {
    const known = this.#documents.get(query);
    if (known) return known;
    if (this.#documents.size >= 500) this.#documents.clear();
    const document = parse(query);
    this.#documents.set(query, document);
    return document;
  }
}

interface EventToResolve {
  /** Value of the stream's field. */
  value: Readonly<Record<string, unknown>>;
  viewer: Viewer;
  requestId: string;
}

/** @returns the answer as every subscriber of the channel receives it */
export async function resolveEvent(
  { plan, variables }: PreparedSubscription,
  { value, viewer, requestId }: EventToResolve,
): Promise<Resolution> {
  const context: ForwardContext = {
    viewer,
    requestId,
    locale: 'ja',
    signal: AbortSignal.timeout(limits.operationMs),
    event: { [plan.definition.field]: value },
  };
  const { data, errors } = await executeQueryPlan(
    plan.queryPlan,
    plan.graph.sources,
    requestContext(plan, variables, context),
    plan.operationContext,
    plan.graph.supergraphSchema,
    plan.graph.internalApiSchema,
  );
  const presented = errors?.map((error) => presentError(error.toJSON(), requestId)) ?? [];
  const isOutage = presented.some(isUnavailable);
  if (!data || Object.values(data).every((field) => field === null)) return { kind: 'nothing', isOutage };
  return { kind: 'payload', text: JSON.stringify(presented.length > 0 ? { data, errors: presented } : { data }), isPartial: isOutage };
}

/** Only what the executor reads; `metrics` it cannot do without. */
function requestContext(
  { document, operation }: PlannedSubscription,
  variables: Record<string, unknown>,
  context: ForwardContext,
): RequestContext {
  const request = {
    request: { variables },
    context,
    document,
    operation,
    operationName: operation.name?.value ?? null,
    metrics: {},
    logger: console,
  };
  return request as unknown as RequestContext;
}

const isUnavailable = ({ extensions }: GraphQLFormattedError) => extensions?.code === 'SERVICE_UNAVAILABLE';
