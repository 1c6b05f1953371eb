/** Requests nobody should have to serve: deep, wide, aliased, batched, dear and huge ones, for either transport (security.md, V25). */

export interface RefusalCase {
  name: string;
  /** Of an HTTP request. */
  body: string;
  /** Of a `subscribe` message; undefined where the transport knows no such thing. */
  frame?: string;
}

const many = (count: number, text: (index: number) => string): string => Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** The same abuse below the root of a query and of a stream. */
function selection(name: string, inRoom: string, { variables = {}, head = '', tail = '' }: Parts = {}): RefusalCase {
  const query = `query ${head} { room(id: "x") { ${inRoom} } } ${tail}`;
  const stream = `subscription ${head} { roomEvent(roomId: "x") { ... on PostCreated { post { room { ${inRoom} } } } } } ${tail}`;
  return { name, body: JSON.stringify({ query, variables }), frame: frame({ query: stream, variables }) };
}

interface Parts {
  variables?: Record<string, unknown>;
  /** Name and variables of the operation. */
  head?: string;
  /** Fragments. */
  tail?: string;
}

const frame = (payload: object): string => JSON.stringify({ id: 'abuse', type: 'subscribe', payload });
const around = (times: number): string => `${'patient { room { '.repeat(times)}id${' } }'.repeat(times)}`;
const overlap = many(40, (n) => `fragment F${n} on Room { ...F${(n + 1) % 40} ...F${(n + 2) % 40} id }`);

export const refusalCases: readonly RefusalCase[] = [
  selection('depth 30', around(15)),
  selection('depth 400', around(200)),
  selection('depth 5,000', around(2500)),
  selection(
    '1,000 aliases',
    many(1000, (n) => `a${n}: id`),
  ),
  selection('5,000 directives', `id ${'@skip(if: false) '.repeat(3500)}`),
  selection('2,001 tokens', 'id '.repeat(1995)),
  selection('circular fragments', '...F0', { tail: overlap }),
  selection('first: 1000000', 'posts(first: 1000000) { nodes { id } }'),
  selection('pages in pages', `posts(first: 100) { nodes { room { posts(first: 100) { nodes { author { id } } } } } }`),
  selection('a page size as a variable', 'posts(first: $n) { nodes { id } }', { head: 'Q($n: Int)', variables: { n: 1_000_000 } }),
  selection(
    'fields that are not there',
    many(300, (n) => `nothing${n}`),
  ),
  selection('a variable of 50 KB of the wrong type', 'posts(first: $n) { nodes { id } }', {
    head: 'Q($n: Int)',
    variables: { n: 'x'.repeat(50_000) },
  }),
  {
    name: 'introspection',
    body: JSON.stringify({ query: '{ __schema { types { fields { type { fields { name } } } } } }' }),
    frame: frame({ query: 'subscription { __schema { types { name } } }' }),
  },
  { name: 'a batch of 50', body: JSON.stringify(Array.from({ length: 50 }, () => ({ query: '{ viewer { id } }' }))) },
  { name: 'a body of 2 MB', body: JSON.stringify({ query: '{ viewer { id } }', pad: 'x'.repeat(2_000_000) }) },
  { name: 'broken JSON of 60 KB', body: `{"query":"${'{'.repeat(60_000)}`, frame: frame({ query: '{'.repeat(60_000) }) },
];
