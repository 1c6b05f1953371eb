import { expect, test } from 'vitest';
import { apiSchema, compose } from './composition.ts';
import { undescribed } from './descriptions.ts';
import { derivedFiles } from './derived.ts';
import { errorDocument } from './error-document.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@tag"])';
const room = `${link}
"""部屋 / A room."""
type Room @key(fields: "id") {
  """部屋の識別子 / Its id."""
  id: ID!
  status(since: String): Status
}
enum Status { OPEN }
"""利用者が直せる誤りの種類 / Kinds of problem."""
enum UserErrorCode {
  """空です / It is empty."""
  REQUIRED
}
type Query {
  """部屋 / One room."""
  room: Room
  """符号 / A code."""
  code: UserErrorCode
}`;

const supergraph = (): string => {
  const composition = compose([{ name: 'room', sdl: room }]);
  if (!composition.ok) throw new Error(composition.errors.join());
  return composition.supergraph;
};

test('the same subgraphs compose to the same bytes, whoever asks', () => {
  expect(supergraph()).toBe(supergraph());
  expect(Object.keys(apiSchema(supergraph()).getQueryType()?.getFields() ?? {})).toEqual(['room', 'code']);
});

test('what does not compose is told with its code', () => {
  const consent = `${link}\ntype Room @key(fields: "id") { id: ID! status: Int }\ntype Query { a: Int }`;
  const composition = compose([
    { name: 'room', sdl: room },
    { name: 'consent', sdl: consent },
  ]);
  expect(composition).toMatchObject({ ok: false });
  expect(composition.ok ? [] : composition.errors.join()).toMatch(/FIELD_TYPE_MISMATCH|INVALID_FIELD_SHARING/);
});

test('every element without both languages is named', () => {
  expect(undescribed(supergraph())).toEqual(['Room.status', 'Room.status(since:)', 'Status', 'Status.OPEN']);
});

test('the document of codes lists user errors beside top-level ones', () => {
  const text = errorDocument(apiSchema(supergraph()));
  expect(text).toContain('| `REQUIRED` | 空です | It is empty. |');
  expect(text).toContain('| `UNAUTHENTICATED` | サインインしてください | Please sign in |');
});

test('partners see nothing that is tagged internal, nor what only that leads to', () => {
  const inbox = `${link}
    type Task @tag(name: "internal") { id: ID! note: Note }
    type Note { text: String }
    type Room @key(fields: "id") { id: ID! tasks: [Task] mood: Mood }
    enum Mood { CALM HIDDEN @tag(name: "internal") }
    union Subject = Room | Task
    type Query { inbox(first: Int): [Task] subject: Subject hidden: Int @tag(name: "internal") }`;
  const composition = compose([{ name: 'inbox', sdl: inbox }]);
  if (!composition.ok) throw new Error(composition.errors.join());
  const partner = derivedFiles(composition.supergraph).find(({ name }) => name === 'partner.graphql')?.text;
  expect(partner).not.toMatch(/Task|Note|hidden|HIDDEN/);
  expect(partner).toMatch(/union Subject = Room/);
});
