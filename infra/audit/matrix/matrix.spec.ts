/** The generator of the matrix, on a supergraph small enough to see through. */
import { describe, expect, it } from 'vitest';
import { documentOf } from './document.ts';
import { matrixLines, repeated } from './lines.ts';
import { outcomeAlone, outcomeOf } from './outcome.ts';
import { leaksIn } from './oracle.ts';
import { principals } from './principals.ts';
import { answerLines, type Line, namedWays, operationOf, queryLines } from './routes.ts';
import { coordinates, readShape } from './shape.ts';
import { coverageFaults, differences, formatTable, keyOf, readTable, type Row, type Table, unreachedLines } from './table.ts';

const shape = readShape(/* GraphQL */ `
  directive @join__type(graph: String!, key: String) repeatable on OBJECT
  directive @inaccessible on FIELD_DEFINITION
  type Query {
    patient(id: ID!): Patient
    rooms: RoomConnection!
    subject: Subject
    grant: String @inaccessible
  }
  type Mutation {
    rename(id: ID!): RenamePayload!
  }
  type RenamePayload {
    patient: Patient
    done: Boolean!
    before: Address
    after: Address
  }
  type Patient @join__type(graph: "room", key: "id") {
    id: ID!
    name: String
    room: Room
    address: Address
    earlierAddress: Address
  }
  type Address {
    town: String
  }
  type Room @join__type(graph: "room", key: "id") {
    id: ID!
    patient: Patient
  }
  type RoomConnection {
    nodes: [Room!]!
    edges: [RoomEdge!]!
  }
  type RoomEdge {
    cursor: String!
    node: Room!
  }
  union Subject = Patient | Room
`);
const plain = (): string[] => [''];
const lines = queryLines(shape, (coordinate) => (coordinate === 'Query.patient' ? ['', 'gone'] : ['']));
const keys = lines.map(keyOf);
const lineOf = (coordinate: string, route: string): Line => lines.find((line) => keyOf(line) === keyOf({ coordinate, route })) as Line;

describe('the lines of a supergraph', () => {
  it('reach every field, and nothing that clients cannot see', () => {
    const reached = new Set([...lines, ...answerLines(shape, 'Mutation', plain)].map(({ coordinate }) => coordinate));
    expect([...reached].sort()).toEqual(coordinates(shape));
    expect([...reached]).not.toContain('Query.grant');
  });

  it('ask a value on each of the ways that lead to it from one object', () => {
    const ways = keys.filter((key) => key.startsWith('Address.town\tQuery.patient')).map((key) => key.split('\t')[1]);
    expect(ways).toEqual(['Query.patient', 'Query.patient/earlierAddress', 'Query.patient#gone', 'Query.patient#gone/earlierAddress']);
    expect(repeated(keys)).toEqual([]);
  });

  it('of a change ask for each value it answers, in its one operation', () => {
    const answered = answerLines(shape, 'Mutation', plain);
    const towns = answered.filter(({ coordinate }) => coordinate === 'Address.town').map(({ route }) => route);
    expect(towns).toEqual(['Mutation.rename', 'Mutation.rename/after']);
    expect(new Set(answered.map(({ route }) => operationOf(route)))).toEqual(new Set(['Mutation.rename']));
    expect(repeated(answered.map(keyOf))).toEqual([]);
  });

  it('that would take each other’s place in the table are named', () => {
    expect(repeated(['a\tb', 'a\tc', 'a\tb', 'a\tb'])).toEqual(['a\tb']);
  });

  it('ask an entity in full on every edge that leads to it, and by every set of arguments', () => {
    const ways = keys.filter((key) => key.startsWith('Patient.name')).map((key) => key.split('\t')[1]);
    expect(ways.sort()).toEqual(['Query.patient', 'Query.patient#gone', 'Query.subject(Patient)', 'Room.patient']);
  });

  it('come to an end although patient and room refer to each other', () => {
    expect(keys.length).toBeLessThan(60);
  });

  it('behind one of several types ask which it is', () => {
    const title = [lineOf('Patient.name', 'Query.subject(Patient)')];
    expect(documentOf('query', title, () => '')).toBe('query { subject { __typename ... on Patient { name } } }');
  });

  it('of one route make one document', () => {
    const own = lines.filter(({ route }) => route === 'Query.patient#gone');
    expect(documentOf('query', own, (given) => (given === 'Query.patient#gone' ? 'id: "1"' : ''))).toBe(
      'query { patient(id: "1") { __typename id name room { __typename } address { __typename town } earlierAddress { __typename } } }',
    );
  });
});

describe('what an answer says about a line', () => {
  const name = lineOf('Patient.name', 'Query.patient');
  const node = lineOf('RoomEdge.cursor', 'Query.rooms');

  it('tells a value, null, an empty list and an object that is not there apart', () => {
    expect(outcomeOf(name, { data: { patient: { name: 'x' } } })).toBe('DATA');
    expect(outcomeOf(name, { data: { patient: { name: null } } })).toBe('NULL');
    expect(outcomeOf(name, { data: { patient: null } })).toBe('-');
    expect(outcomeOf(node, { data: { rooms: { edges: [] } } })).toBe('-');
    expect(outcomeOf(lineOf('RoomConnection.edges', 'Query.rooms'), { data: { rooms: { edges: [] } } })).toBe('EMPTY');
  });

  it('does not blame a line for what another one did', () => {
    const errors = [{ message: '', path: ['patient', 'room'], extensions: { code: 'FORBIDDEN' } }];
    expect(outcomeOf(name, { data: { patient: null }, errors })).toBeUndefined();
    expect(outcomeAlone(name, { data: { patient: null }, errors })).toBe('FORBIDDEN');
  });

  it('holds a refused token against every line', () => {
    expect(outcomeOf(name, { errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] })).toBe('UNAUTHENTICATED');
  });
});

describe('the table', () => {
  const row = (outcome: string): Row => Object.fromEntries(principals.map((principal) => [principal, outcome]));
  const table: Table = new Map(lines.map((line) => [keyOf(line), row('NULL')]));

  it('is read as it was written', () => {
    expect(readTable(formatTable(table))).toEqual(table);
  });

  it('is refused when it lacks a field, names one that is gone, or leaves a principal out', () => {
    expect(coverageFaults(table, lines)).toEqual([]);
    const [first = '', ...others] = table.keys();
    const lacking: Table = new Map([...others.map((key) => [key, row('NULL')] as const), ['Post.body\tQuery.post', row('NULL')]]);
    expect(coverageFaults(lacking, lines)).toEqual([
      `not covered: ${first.replace('\t', ' by ')}`,
      'no longer there: Post.body by Query.post',
    ]);
    expect(coverageFaults(new Map(table).set(first, { ...row('NULL'), family: '' }), lines)).toHaveLength(1);
  });

  it('names each cell that came out otherwise', () => {
    const [first = ''] = table.keys();
    expect(differences(table, new Map([[first, { ...row('NULL'), exMember: 'DATA' }]]))).toEqual([
      `${first.replace('\t', ' by ')} for exMember: NULL → DATA`,
    ]);
  });

  it('counts the lines that say of a way only that it is closed', () => {
    const closed: Row = { ...row('-'), anonymous: 'UNAUTHENTICATED', otherMember: 'FORBIDDEN' };
    expect(
      unreachedLines(
        new Map([
          ['a\tb', closed],
          ['a\tc', { ...closed, member: 'EMPTY' }],
          ['a\td', { ...closed, member: 'STALE_VERSION' }],
        ]),
      ),
    ).toBe(1);
  });

  it('follows an entity where somebody gets through to it', () => {
    const { queries } = matrixLines();
    expect(queries.find(({ route }) => route === 'RoomMembership.user')?.steps.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['memberships', 'nodes', 'user']),
    );
    expect(queries.map(({ route }) => route)).toEqual(expect.arrayContaining([...namedWays, 'AccessLogEntry#patient.actor']));
  });

  it('covers the supergraph there is', () => {
    expect(matrixLines().faults).toEqual([]);
  });
});

it('a text that belongs to others is found wherever it comes (R13)', () => {
  const secrets = [{ text: '監査野甲', what: 'name of the room', mayBeSeenBy: ['member'] as const }];
  expect(leaksIn('{"a":"監査野甲 花子"}', 'exMember', secrets)).toEqual(['LEAK: exMember got the name of the room']);
  expect(leaksIn('{"a":"監査野甲 花子"}', 'member', secrets)).toEqual([]);
});
