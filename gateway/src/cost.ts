/**
 * What an operation may cost at most, in points (api.md 16), from the document and its page sizes alone, before anything is fetched.
 * An object is one point, its leaves nothing; a list counts its selection once for each place it may have; a mutation is ten.
 * Every branch of a union counts, so that the figure is never too low.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { codedError } from '@heya/service-common/errors';
import { isPageSize, limits } from './limits.ts';
import { assumedSize } from './list-sizes.ts';

export interface Cost {
  requested: number;
  limit: number;
}

type Variables = Readonly<Record<string, unknown>>;

const points = { mutation: 10, object: 1 } as const;
/** Places of a list that takes no page size and whose owner says nothing of it: api.md 3 allows such lists only where the domain bounds them. */
const boundedList = 10;
/** A page when neither the request nor the schema names a size. */
const defaultPage = 20;

/** @param variables undefined: whatever they may hold, so every page size is the largest allowed */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables?: Variables): number {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  const sizes = variables && withDefaults(operation, variables);
  return new CostCount(schema, fragments, sizes).ofOperation(operation);
}

/** @throws COST_EXCEEDED with the figure */
export function requireAffordable({ requested, limit }: Cost): void {
  if (requested <= limit) return;
  const { message } = codedError('COST_EXCEEDED');
  throw new GraphQLError(`${message} (${requested} > ${limit})`, {
    extensions: { code: 'COST_EXCEEDED', cost: { requested, limit }, http: { status: 400 } },
  });
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
  );
  const given = Object.entries(variables).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(given) };
}

class CostCount {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables | undefined;
  /** A fragment is counted once for each page it stands in, however often it is spread: the count stays linear. */
  readonly #counted = new Map<string, number>();

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>, variables: Variables | undefined) {
    [this.#schema, this.#fragments, this.#variables] = [schema, fragments, variables];
  }

  ofOperation({ operation, selectionSet }: OperationDefinitionNode): number {
    const each = operation === OperationTypeNode.MUTATION ? points.mutation : 0;
    return this.#ofSelection(selectionSet, this.#schema.getRootType(operation) ?? undefined, undefined, each);
  }

  /** @param page size of the page whose `nodes` or `edges` are selected here */
  #ofSelection({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined, page: number | undefined, each = 0): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + each + this.#ofField(selection, type, page);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + this.#ofFragment(selection.name.value, page, each);
      const { typeCondition, selectionSet } = selection;
      return sum + this.#ofSelection(selectionSet, typeCondition ? this.#schema.getType(typeCondition.name.value) : type, page, each);
    }, 0);
  }

  #ofFragment(name: string, page: number | undefined, each: number): number {
    const key = `${name} ${page} ${each}`;
    const known = this.#counted.get(key);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    // Until it is counted it counts nothing, so that a circle, refused elsewhere, ends here too.
    this.#counted.set(key, 0);
    const cost = fragment
      ? this.#ofSelection(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value), page, each)
      : 0;
    this.#counted.set(key, cost);
    return cost;
  }

  #ofField(node: FieldNode, parent: GraphQLNamedType | undefined, page: number | undefined): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!field || !type || !isCompositeType(type) || !node.selectionSet) return 0;
    const own = this.#pageOf(field, node);
    const inside = points.object + this.#ofSelection(node.selectionSet, type, own);
    if (!isListType(getNullableType(field.type))) return inside;
    const isPaged = page !== undefined && (node.name.value === 'nodes' || node.name.value === 'edges');
    return inside * (own ?? (isPaged ? page : (assumedSize(this.#schema, parent?.name ?? '', node.name.value) ?? boundedList)));
  }

  /** @returns how many the page may hold; undefined when the field takes no page size */
  #pageOf({ args }: GraphQLField<unknown, unknown>, { arguments: given = [] }: FieldNode): number | undefined {
    const sized = args.filter(({ name }) => name === 'first' || name === 'last');
    if (sized.length === 0) return undefined;
    const named = given
      .filter(isPageSize)
      .map(({ value }) => this.#sizeOf(value))
      .filter((size) => size !== undefined);
    const defaults = sized.map(({ defaultValue }) => defaultValue).filter((size) => typeof size === 'number');
    const sizes = named.length > 0 ? named : defaults;
    return sizes.length > 0 ? Math.max(...sizes) : defaultPage;
  }

  #sizeOf(value: ValueNode): number | undefined {
    if (value.kind === Kind.INT) return Number(value.value);
    if (value.kind !== Kind.VARIABLE) return undefined;
    if (!this.#variables) return limits.pageSize;
    const given = this.#variables[value.name.value];
    if (given === undefined || given === null) return undefined;
    return typeof given === 'number' ? given : limits.pageSize;
  }
}
