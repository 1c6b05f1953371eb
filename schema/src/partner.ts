/** partner.graphql: what other systems may build on, which is everything not tagged `internal` (api.md 12). */
import { buildASTSchema, type DocumentNode, Kind, lexicographicSortSchema, type NamedTypeNode, parse, printSchema, visit } from 'graphql';

type Tagged = { name: { value: string }; directives?: readonly { name: { value: string }; arguments?: readonly { value: object }[] }[] };

/** @param supergraph carries the tags @param api what portal and partners see together */
export function partnerSchema(supergraph: string, api: string): string {
  const internal = internalPlaces(parse(supergraph));
  const untagged = withoutPlaces(parse(api), (place) => internal.has(place));
  return `${printSchema(lexicographicSortSchema(buildASTSchema(onlyReachable(untagged))))}\n`;
}

/** `Type`, `Type.field` and `Type.VALUE` tagged internal */
function internalPlaces(document: DocumentNode): Set<string> {
  const places = new Set<string>();
  for (const definition of document.definitions) {
    if (!('name' in definition) || !definition.name) continue;
    const type = definition.name.value;
    if (isInternal(definition as Tagged)) places.add(type);
    for (const member of membersOf(definition)) if (isInternal(member)) places.add(`${type}.${member.name.value}`);
  }
  return places;
}

function isInternal({ directives = [] }: Tagged): boolean {
  return directives.some(
    ({ name, arguments: given = [] }) => name.value === 'tag' && given.some(({ value }) => 'value' in value && value.value === 'internal'),
  );
}

function membersOf(definition: object): Tagged[] {
  const { fields = [], values = [] } = definition as { fields?: Tagged[]; values?: Tagged[] };
  return [...fields, ...values];
}

/** Takes out elements, and with a type every field and union that names it. */
function withoutPlaces(document: DocumentNode, isOut: (place: string) => boolean): DocumentNode {
  let type = '';
  const namesOut = (node: object): boolean => {
    let out = false;
    visit(node as DocumentNode, { NamedType: ({ name }: NamedTypeNode) => void (out ||= isOut(name.value)) });
    return out;
  };
  return visit(document, {
    enter(node, _key, parent) {
      if (node.kind === Kind.NAMED_TYPE) return Array.isArray(parent) && isOut(node.name.value) ? null : undefined;
      if (parent === document.definitions && 'name' in node && node.name) {
        type = node.name.value;
        return isOut(type) ? null : undefined;
      }
      if (node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.INPUT_VALUE_DEFINITION || node.kind === Kind.ENUM_VALUE_DEFINITION)
        return isOut(`${type}.${node.name.value}`) || namesOut(node) ? null : undefined;
      return undefined;
    },
  });
}

function onlyReachable(document: DocumentNode): DocumentNode {
  const definitions = new Map(
    document.definitions.flatMap((definition) =>
      'name' in definition && definition.name ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const reached = new Set<string>();
  const walk = (name: string): void => {
    const definition = definitions.get(name);
    if (!definition || reached.has(name)) return;
    reached.add(name);
    visit(definition, { NamedType: ({ name: { value } }) => walk(value) });
  };
  for (const root of ['Query', 'Mutation', 'Subscription']) walk(root);
  return { ...document, definitions: [...reached].flatMap((name) => definitions.get(name) ?? []) };
}
