import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { checkDocument } from './check.ts';
import { costOf, requireAffordable } from './cost.ts';
import { limits } from './limits.ts';
import { assumeSizes } from './list-sizes.ts';

const schemaText = `
  type Query { room: Room rooms(first: Int = 20, last: Int): RoomConnection plain: [Room!] few(first: Int): [Room!] thing: Thing }
  type Mutation { roomRename(id: ID!): Room }
  type Room { id: ID! name: String patient: Patient posts(first: Int, last: Int): PostConnection }
  type Patient { id: ID! rooms(first: Int = 50): RoomConnection }
  type RoomConnection { nodes: [Room!] edges: [RoomEdge!] totalCount: Int pageInfo: PageInfo! }
  type RoomEdge { node: Room! }
  type PageInfo { endCursor: String }
  type PostConnection { nodes: [Post!] }
  type Post { id: ID! author: Patient }
  union Thing = Room | Patient
`;
const schema = buildSchema(schemaText);

function cost(text: string, variables?: Record<string, unknown>): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return costOf(schema, document, operation, variables);
}

describe('points', () => {
  it.each([
    ['an object is one, its leaves nothing', '{ room { id name } }', 1],
    ['objects inside count', '{ room { patient { id } } }', 2],
    ['a page counts once for each place', '{ rooms(first: 3) { nodes { id } } }', 1 + 3],
    ['the default of the schema counts', '{ rooms { nodes { id } } }', 1 + 20],
    ['so does 20 where nothing is said', '{ room { posts { nodes { id } } } }', 2 + 20],
    ['the larger of first and last', '{ rooms(first: 3, last: 5) { nodes { id } } }', 1 + 5],
    ['edges and nodes, each', '{ rooms(first: 3) { nodes { id } edges { node { id } } } }', 1 + 3 + 3 * 2],
    ['pages in pages', '{ rooms(first: 4) { nodes { posts(last: 5) { nodes { author { id } } } } } }', 1 + 4 * (2 + 5 * 2)],
    ['only the page itself is counted by place', '{ rooms(first: 50) { pageInfo { endCursor } totalCount } }', 2],
    ['a list without a page has ten places', '{ plain { id } }', 10],
    ['a list that takes a size has that', '{ few(first: 7) { id } }', 7],
    ['aliases count each', '{ a: room { id } b: room { id } }', 2],
    ['every branch of a union', '{ thing { ... on Room { patient { id } } ... on Patient { rooms(first: 1) { nodes { id } } } } }', 4],
    ['each change is ten', 'mutation { a: roomRename(id: 1) { id } b: roomRename(id: 2) { id } }', 22],
  ])('%s', (_rule, text, expected) => {
    expect(cost(text, {})).toBe(expected);
  });

  it('of a list are as many as its owner says', () => {
    const said = buildSchema(schemaText);
    assumeSizes(said, 'directive @listSize(assumedSize: Int) on FIELD_DEFINITION type Query { plain: [Room!]! @listSize(assumedSize: 4) }');
    const document = parse('{ plain { id } }');
    expect(costOf(said, document, document.definitions[0] as never, {})).toBe(4);
  });

  it('come from the variables, from their defaults, and from the largest page where they are not known', () => {
    const text = 'query ($first: Int = 4) { rooms(first: $first) { nodes { id } } }';
    expect([cost(text, { first: 9 }), cost(text, {}), cost(text)]).toEqual([10, 5, 101]);
    expect(cost(text, { first: null })).toBe(21);
    expect(cost(text, { first: 'many' })).toBe(101);
  });

  it('of a fragment count wherever it is spread, and counting them stays quick', () => {
    const fragments = Array.from(
      { length: 30 },
      (_, n) => `fragment F${n} on Room { ...F${n + 1} patient { rooms { nodes { ...F${n + 1} } } } }`,
    );
    const begunAt = performance.now();
    expect(cost(`{ room { ...F0 } } ${fragments.join(' ')} fragment F30 on Room { id }`, {})).toBeGreaterThan(limits.cost);
    expect(performance.now() - begunAt).toBeLessThan(100);
  });

  test('never shrink when a page grows', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(100), (outer, inner, more) => {
        const text = 'query ($a: Int, $b: Int) { rooms(first: $a) { nodes { posts(last: $b) { nodes { author { id } } } } } }';
        expect(cost(text, { a: outer, b: inner + more })).toBeGreaterThanOrEqual(cost(text, { a: outer, b: inner }));
        expect(cost(text)).toBeGreaterThanOrEqual(cost(text, { a: outer, b: inner }));
      }),
    );
  });
});

it('says the figure', () => {
  expect(() => requireAffordable({ requested: 2000, limit: 2000 })).not.toThrow();
  expect(() => requireAffordable({ requested: 2001, limit: 2000 })).toThrow(
    expect.objectContaining({ extensions: { code: 'COST_EXCEEDED', cost: { requested: 2001, limit: 2000 }, http: { status: 400 } } }),
  );
});

it("lets every document of the portal through: within the limits, valid, and affordable at its pages' usual size", () => {
  const [api, manifest, supergraph] = ['api.graphql', 'documents/portal.json', 'supergraph.graphql'].map((name) =>
    readFileSync(resolve(import.meta.dirname, '../../schema', name), 'utf8'),
  );
  const real = buildSchema(api ?? '', { assumeValidSDL: true });
  assumeSizes(real, supergraph ?? '');
  const dear = Object.values(JSON.parse(manifest ?? '') as Record<string, string>).flatMap((text) => {
    const document = checkDocument(real, text);
    const operation = getOperationAST(document);
    const requested = operation ? costOf(real, document, operation, { first: 50, last: 30 }) : 0;
    return requested > limits.cost ? [`${operation?.name?.value}: ${requested}`] : [];
  });
  expect(dear).toEqual([]);
});
