/** The checked-in table: one line a field and way, one column a principal. Sorted, so that a diff reads. */
import { readFileSync, writeFileSync } from 'node:fs';
import { principalNotes, type Principal, principals } from './principals.ts';
import type { Line } from './routes.ts';
import { type Outcome, unreached } from './outcome.ts';

export const tableFile = new URL('./table.tsv', import.meta.url);

export type Row = Partial<Record<Principal, Outcome>>;
/** By coordinate and route. */
export type Table = Map<string, Row>;

export const keyOf = ({ coordinate, route }: Pick<Line, 'coordinate' | 'route'>): string => `${coordinate}\t${route}`;

export function readTable(text = readFileSync(tableFile, 'utf8')): Table {
  const [head = '', ...rows] = text.split('\n').filter((line) => line && !line.startsWith('#'));
  const columns = head.split('\t').slice(2) as Principal[];
  return new Map(
    rows.map((row) => {
      const [coordinate = '', route = '', ...cells] = row.split('\t');
      return [keyOf({ coordinate, route }), Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']))];
    }),
  );
}

export function writeTable(table: Table): void {
  writeFileSync(tableFile, formatTable(table));
}

export function formatTable(table: Table): string {
  const notes = principals.map((name) => `# ${name}: ${principalNotes[name]}`);
  const rows = [...table].map(([key, row]) => [key, ...principals.map((name) => row[name] ?? '')].join('\t')).sort();
  return `${[...legend, ...notes, ['coordinate', 'route', ...principals].join('\t'), ...rows].join('\n')}\n`;
}

const legend = [
  '# Who gets what, by field and by the way to it. Renewed by `npm run audit -- V14 --write`; each changed cell wants a reason in the commit.',
  '# DATA: a value. NULL: null. EMPTY: a list without elements. -: the object is not reached. Otherwise the code of the error.',
  '# Mutations: OK, or the code of the userError or error. Subscriptions: DATA when an event came, NONE when nothing did.',
];

/** @returns what is wrong with the table, one sentence each; empty when it covers the schema */
export function coverageFaults(table: Table, lines: readonly Line[]): string[] {
  const wanted = new Set(lines.map(keyOf));
  const say = (key: string): string => key.replace('\t', ' by ');
  const missing = [...wanted].filter((key) => !table.has(key)).map((key) => `not covered: ${say(key)}`);
  const gone = [...table.keys()].filter((key) => !wanted.has(key)).map((key) => `no longer there: ${say(key)}`);
  const empty = [...table].flatMap(([key, row]) =>
    principals.filter((name) => !row[name]).map((name) => `no outcome: ${say(key)} for ${name}`),
  );
  return [...missing, ...gone, ...empty];
}

/** That a way is closed; any other code that a mutation answers to its input shows that it was reached. */
const refusal = /^(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|NONE|CLOSED_\d+)$/;

/** @returns how many lines hold nothing but refusals and objects that are not there: they say that a way is closed, and nothing about what lies behind */
export const unreachedLines = (table: Table): number =>
  [...table.values()].filter((row) => Object.values(row).every((outcome) => outcome === unreached || refusal.test(outcome))).length;

/** @returns one line for each cell that is not as the table says */
export function differences(table: Table, found: Table): string[] {
  return [...found].flatMap(([key, row]) =>
    principals
      .filter((name) => row[name] !== undefined && row[name] !== table.get(key)?.[name])
      .map((name) => `${key.replace('\t', ' by ')} for ${name}: ${table.get(key)?.[name] ?? 'not in the table'} → ${row[name]}`),
  );
}
