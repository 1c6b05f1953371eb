/** Every line the table must have, from the composed supergraph and the catalogue. */
import { readFileSync } from 'node:fs';
import { catalogueFaults, variantsOf } from './catalogue.ts';
import { answerLines, type Line, queryLines } from './routes.ts';
import { coordinates, readShape, type Shape } from './shape.ts';

const supergraph = new URL('../../../schema/supergraph.graphql', import.meta.url);

export interface Covered {
  shape: Shape;
  queries: Line[];
  mutations: Line[];
  subscriptions: Line[];
  /** What the catalogue lacks or has too much, and fields that no way leads to. */
  faults: string[];
}

export function matrixLines(sdl = readFileSync(supergraph, 'utf8')): Covered {
  const shape = readShape(sdl);
  const queries = queryLines(shape, variantsOf);
  const [mutations, subscriptions] = [answerLines(shape, 'Mutation', variantsOf), answerLines(shape, 'Subscription', variantsOf)];
  const reached = new Set([...queries, ...mutations, ...subscriptions].map(({ coordinate }) => coordinate));
  const lost = coordinates(shape).filter((coordinate) => !reached.has(coordinate));
  return {
    shape,
    queries,
    mutations,
    subscriptions,
    faults: [...catalogueFaults(shape), ...lost.map((name) => `no way leads to ${name}`)],
  };
}

export const allLines = ({ queries, mutations, subscriptions }: Covered): Line[] => [...queries, ...mutations, ...subscriptions];
