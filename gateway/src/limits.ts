/** Limits of one operation (api.md 16), the same over HTTP and WebSocket. */
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type ArgumentNode,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  GraphQLError,
  type InlineFragmentNode,
  Kind,
  NoFragmentCyclesRule,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  visit,
} from 'graphql';
import { requestFault } from './errors.ts';

export const limits = {
  bodyBytes: 64 * 1024,
  tokens: 2000,
  depth: 12,
  aliases: 15,
  directives: 20,
  pageSize: 100,
  /** Points of one operation, counted by cost.ts. */
  cost: 2000,
  /** Time for one operation over HTTP, or for one event of a stream (ms). */
  operationMs: 5000,
  /** Errors reported for one document; validation stops there. */
  validationErrors: 5,
  subscriptionsPerSocket: 50,
  /** Frames a client may send on one socket in ten seconds, pings included. */
  framesPerTenSeconds: 300,
} as const;

/** Reported like any other fault of the document instead of thrown out of the validator. */
const reporting = {
  exposeLimits: true,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

/** To be given to `validate` before the specified rules. */
export const limitRules: readonly ValidationRule[] = [
  maxDepthRule({ ...reporting, n: limits.depth, flattenFragments: true }),
  maxAliasesRule({ ...reporting, n: limits.aliases, allowList: [] }),
  maxDirectivesRule({ ...reporting, n: limits.directives }),
  oneOperation,
  boundedPages,
  NoSchemaIntrospectionCustomRule,
  // Among the specified ones as well: here it spares those the circles they would walk.
  NoFragmentCyclesRule,
];

/** A document may hold one operation: the others would only make it longer. */
function oneOperation(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      if (operations.length > 1) context.reportError(new GraphQLError('One operation a request.', { nodes: operations.slice(1, 2) }));
    },
  };
}

/** `first` and `last` written into the document. */
function boundedPages(context: ValidationContext): ASTVisitor {
  return {
    Argument(node) {
      if (isPageSize(node) && node.value.kind === Kind.INT && !isAllowedPage(Number(node.value.value)))
        context.reportError(new GraphQLError(pageMessage(node.name.value), { nodes: node }));
    },
  };
}

/** Variables of a document that are page sizes, with their defaults. */
const pageVariables = new WeakMap<DocumentNode, Map<string, number | undefined>>();

/**
 * `first` and `last` given as variables.
 * @throws BAD_USER_INPUT
 */
export function requireBoundedPages(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  for (const [name, fallback] of pageVariablesOf(document)) {
    const value = variables[name] ?? fallback;
    if (typeof value === 'number' && !isAllowedPage(value)) throw requestFault(pageMessage(name));
  }
}

function pageVariablesOf(document: DocumentNode): Map<string, number | undefined> {
  const known = pageVariables.get(document);
  if (known) return known;
  const used = new Set<string>();
  const defaults = new Map<string, number>();
  visit(document, {
    Argument(node) {
      if (isPageSize(node) && node.value.kind === Kind.VARIABLE) used.add(node.value.name.value);
    },
    VariableDefinition({ variable, defaultValue }) {
      if (defaultValue?.kind === Kind.INT) defaults.set(variable.name.value, Number(defaultValue.value));
    },
  });
  const found = new Map([...used].map((name) => [name, defaults.get(name)] as const));
  pageVariables.set(document, found);
  return found;
}

export const isPageSize = ({ name: { value } }: ArgumentNode): boolean => value === 'first' || value === 'last';
const isAllowedPage = (size: number) => size >= 0 && size <= limits.pageSize;
const pageMessage = (name: string) => `"${name}" must be between 0 and ${limits.pageSize}.`;

/** Each root field of a mutation is an operation of its own (V08); a query or a stream is one. */
export function countOperations(document: DocumentNode, { operation, selectionSet }: OperationDefinitionNode): number {
  if (operation !== OperationTypeNode.MUTATION) return 1;
  return Math.max(1, rootFields(document, selectionSet, new Set()).length);
}

/**
 * graphql-js 16 throws inside `validate` when the root field of a subscription carries @skip or @include,
 * and so does the planner; said here as an ordinary error first.
 */
export function requirePlainSubscriptionRoot(document: DocumentNode, operation: OperationDefinitionNode): void {
  const hasDirective = ({ directives }: SelectionNode) => directives && directives.length > 0;
  const fields = rootFields(document, operation.selectionSet, new Set(), (spread) => {
    if (hasDirective(spread)) throw requestFault('Directives are not allowed at the root of a subscription.');
  });
  if (fields.some(hasDirective)) throw requestFault('Directives are not allowed at the root of a subscription.');
  if (fields.some(({ name }) => name.value.startsWith('__'))) throw requestFault('A subscription selects one stream.');
}

/** @param onSpread told of each fragment between the root and its fields */
function rootFields(
  document: DocumentNode,
  set: SelectionSetNode,
  seen: Set<string>,
  onSpread: (spread: InlineFragmentNode | FragmentSpreadNode) => void = () => undefined,
): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    onSpread(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet, seen, onSpread);
    if (seen.has(selection.name.value)) return [];
    seen.add(selection.name.value);
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet, seen, onSpread) : [];
  });
}
