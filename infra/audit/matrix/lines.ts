/** Every line the table must have, from the composed supergraph and the catalogue. */
import { readFileSync } from 'node:fs';
import { catalogueFaults, variantsOf } from './catalogue.ts';
import { answerLines, type Line, queryLines } from './routes.ts';
import { coordinates, readShape, type Shape } from './shape.ts';
import { keyOf } from './table.ts';

const supergraph = new URL('../../../schema/supergraph.graphql', import.meta.url);

export interface Covered {
  shape: Shape;
  queries: Line[];
  mutations: Line[];
  subscriptions: Line[];
  /** What the catalogue lacks or has too much, fields that no way leads to, and lines that would take each other's place in the table. */
  faults: string[];
}

export function matrixLines(sdl = readFileSync(supergraph, 'utf8')): Covered {
  const shape = readShape(sdl);
  const queries = queryLines(shape, variantsOf);
  const [mutations, subscriptions] = [answerLines(shape, 'Mutation', variantsOf), answerLines(shape, 'Subscription', variantsOf)];
  const reached = new Set([...queries, ...mutations, ...subscriptions].map(({ coordinate }) => coordinate));
  const twice = repeated([...queries, ...mutations, ...subscriptions].map(keyOf));
  const lost = coordinates(shape).filter((coordinate) => !reached.has(coordinate));
  return {
    shape,
    queries,
    mutations,
    subscriptions,
    faults: [
      ...catalogueFaults(shape),
      ...lost.map((name) => `no way leads to ${name}`),
      ...twice.map((key) => `two lines are one: ${key.replace('\t', ' by ')}`),
    ],
  };
}

export const allLines = ({ queries, mutations, subscriptions }: Covered): Line[] => [...queries, ...mutations, ...subscriptions];

/** @returns what occurs more than once, each once */
export function repeated(keys: readonly string[]): string[] {
  const [seen, twice] = [new Set<string>(), new Set<string>()];
  for (const key of keys) (seen.has(key) ? twice : seen).add(key);
  return [...twice];
}
