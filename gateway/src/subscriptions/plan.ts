/** Subscriptions are planned once per document: which part the event answers, and which fetches fill in the rest. */
import { buildOperationContext } from '@apollo/gateway';
import { operationFromDocument } from '@apollo/federation-internals';
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';
import { checkDocument, RequestFaults } from '../check.ts';
import { costOf, requireAffordable } from '../cost.ts';
import { requestFault } from '../errors.ts';
import { limits, requireBoundedPages } from '../limits.ts';
import type { FederatedGraph } from '../supergraph.ts';
import { digest } from './channel-key.ts';
import { type StreamDefinition, streamDefinitions } from './streams.ts';

/** A subscription that is parsed, valid, within the limits and planned. */
export interface PlannedSubscription {
  definition: StreamDefinition;
  graph: FederatedGraph;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationContext: ReturnType<typeof buildOperationContext>;
  /** Executable as it is: the event answers its first fetch. */
  queryPlan: QueryPlan;
  /** Points of one event, whatever the variables say. */
  worstCost: number;
  /** Same text, same hash. */
  hash: string;
  /** Variables that only say where to go on from; they do not tell channels apart. */
  cursorVariables: ReadonlySet<string>;
  /** Fields whose value is each reader's own: such an operation never shares. */
  isPersonal: boolean;
}

/** One client's subscription. */
export interface PreparedSubscription {
  plan: PlannedSubscription;
  variables: Record<string, unknown>;
  /** Arguments of the root field. */
  args: Record<string, unknown>;
}

/** Reader's own without the name saying so. `viewer…` fields are found by their prefix. */
const personalFields = new Set(['unreadCount', 'firstUnreadPost', 'sharedMemberships', 'disclosures', 'accessLog']);
const rememberedPlans = 500;

export class SubscriptionPlanner {
  readonly #graph: () => FederatedGraph;
  #planned = new Map<string, PlannedSubscription>();

  constructor(graph: () => FederatedGraph) {
    this.#graph = graph;
  }

  /** @throws GraphQLError, one or several in `faults`, when the request breaks a rule */
  prepare(query: string, variables: Readonly<Record<string, unknown>>, operationName?: string | null): PreparedSubscription {
    const plan = this.#planFor(query, operationName);
    requireBoundedPages(plan.document, variables);
    const { coerced, errors } = getVariableValues(plan.graph.apiSchema, plan.operation.variableDefinitions ?? [], variables, {
      maxErrors: 3,
    });
    if (errors) throw new RequestFaults(errors.map(({ message }) => requestFault(message)));
    requireAffordableEvent(plan, coerced);
    return { plan, variables: coerced, args: rootArguments(plan, coerced) };
  }

  #planFor(query: string, operationName?: string | null): PlannedSubscription {
    const graph = this.#graph();
    const key = `${operationName ?? ''}\n${query}`;
    const known = this.#planned.get(key);
    if (known?.graph === graph) return known;
    const planned = plan(graph, query, operationName);
    if (this.#planned.size >= rememberedPlans) this.#planned.delete(this.#planned.keys().next().value ?? '');
    this.#planned.set(key, planned);
    return planned;
  }
}

/** What one event may cost (api.md 16). @throws COST_EXCEEDED */
function requireAffordableEvent({ graph, document, operation, worstCost }: PlannedSubscription, variables: Record<string, unknown>): void {
  if (worstCost <= limits.cost) return;
  requireAffordable({ requested: costOf(graph.apiSchema, document, operation, variables), limit: limits.cost });
}

function plan(graph: FederatedGraph, query: string, operationName?: string | null): PlannedSubscription {
  const { document, operation } = checkedOperation(graph, query, operationName);
  const definition = streamDefinitions.get(rootField(operation, document));
  if (!definition) throw requestFault('There is no such stream.');
  return {
    definition,
    graph,
    document,
    operation,
    operationContext: buildOperationContext({
      schema: graph.apiSchema,
      operationDocument: document,
      ...(operationName && { operationName }),
    }),
    queryPlan: executablePlan(
      graph.planner.buildQueryPlan(operationFromDocument(graph.internalApiSchema, document, operationName ? { operationName } : {})),
    ),
    worstCost: costOf(graph.apiSchema, document, operation),
    hash: digest(print(document)),
    cursorVariables: cursorVariables(document, definition.field),
    isPersonal: isPersonal(document),
  };
}

function checkedOperation(
  graph: FederatedGraph,
  query: string,
  operationName?: string | null,
): { document: DocumentNode; operation: OperationDefinitionNode } {
  const document = checkDocument(graph.apiSchema, query);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw requestFault('Unknown operation.');
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
    throw requestFault('Only subscriptions are served here; send queries and mutations over HTTP.');
  return { document, operation };
}

/** `{primary, rest}` becomes a sequence, which the executor of @apollo/gateway accepts. */
function executablePlan({ node }: QueryPlan): QueryPlan {
  if (node?.kind !== 'Subscription') throw requestFault('A subscription selects one stream.');
  const nodes: PlanNode[] = node.rest ? [node.primary, node.rest] : [node.primary];
  return { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } };
}

function rootField(operation: OperationDefinitionNode, document: DocumentNode): string {
  let name = '';
  const enter = {
    Field: {
      enter: (node: { name: { value: string } }) => {
        name ||= node.name.value;
        return false as const;
      },
    },
  };
  visit(operation.selectionSet, enter);
  if (!name)
    visit(document, {
      FragmentDefinition: (node) => {
        visit(node.selectionSet, enter);
      },
    });
  return name;
}

function rootArguments(planned: PlannedSubscription, variables: Record<string, unknown>): Record<string, unknown> {
  const type = planned.graph.apiSchema.getSubscriptionType();
  const field = type?.getFields()[planned.definition.field];
  const node = findRootNode(planned);
  return field && node ? getArgumentValues(field, node, variables) : {};
}

function findRootNode({ document, definition }: PlannedSubscription) {
  const found = document.definitions.flatMap((part) => ('selectionSet' in part ? part.selectionSet.selections : []));
  const fields = found.flatMap((selection) => (selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections : [selection]));
  return fields.find((selection) => selection.kind === Kind.FIELD && selection.name.value === definition.field) as
    | Parameters<typeof getArgumentValues>[1]
    | undefined;
}

/** Variables used nowhere but as `after` of the stream itself. */
function cursorVariables(document: DocumentNode, field: string): Set<string> {
  const uses = new Map<string, number>();
  const cursors = new Map<string, number>();
  const count = (map: Map<string, number>, name: string) => map.set(name, (map.get(name) ?? 0) + 1);
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      count(uses, name.value);
    },
    Field(node) {
      if (node.name.value !== field) return;
      for (const { name, value } of node.arguments ?? [])
        if (name.value === 'after' && value.kind === Kind.VARIABLE) count(cursors, value.name.value);
    },
  });
  return new Set([...cursors].filter(([name, times]) => uses.get(name) === times).map(([name]) => name));
}

function isPersonal(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name: { value } }) {
      found ||= /^viewer[A-Z]/.test(value) || personalFields.has(value);
    },
  });
  return found;
}
