/** What an answer says about one line. Pure. */
import type { GraphqlAnswer, GraphqlProblem } from '../../local/api/graphql.mjs';
import type { Line, Step } from './routes.ts';

/** DATA, NULL, EMPTY (a list without elements), `-` (there is no object to ask), or the code of the error. */
export type Outcome = string;
export const unreached = '-';

type Body = GraphqlAnswer['body'];

/** @returns undefined when something else in the same answer may be to blame, so that the line must be asked alone */
export function outcomeOf(line: Line, body: Body): Outcome | undefined {
  const [first, ...others] = body.errors ?? [];
  if (first && body.data === undefined) return wholeRefusal(first);
  const found = look(body.data, line.steps);
  if (found.size === 0) return first ? undefined : unreached;
  if (found.has('DATA')) return 'DATA';
  if (!first) return found.has('NULL') ? 'NULL' : found.has('EMPTY') ? 'EMPTY' : unreached;
  return [first, ...others].every(isOf(line)) ? codeOf(first) : undefined;
}

/** The same for a document that holds nothing but this line: any error is its own. */
export function outcomeAlone(line: Line, body: Body): Outcome {
  const [error] = body.errors ?? [];
  const found = look(body.data, line.steps);
  if (found.has('DATA')) return 'DATA';
  if (error) return codeOf(error);
  return found.has('NULL') ? 'NULL' : found.has('EMPTY') ? 'EMPTY' : unreached;
}

/** The request as such was refused: for want of a token that holds for each line, else for one of them. */
const wholeRefusal = (error: GraphqlProblem): Outcome | undefined => (codeOf(error) === 'UNAUTHENTICATED' ? codeOf(error) : undefined);
const codeOf = ({ extensions }: GraphqlProblem): string => extensions?.code ?? 'UNCODED';

/** Whether the error lies at the line itself, not at something deeper that was asked along with it. */
const isOf =
  ({ steps }: Line) =>
  ({ path }: GraphqlProblem): boolean => {
    const names = (path ?? []).filter((part) => typeof part === 'string');
    return names.length === steps.length && steps.every(({ field }, index) => field === names[index]);
  };

type Ends = Set<'DATA' | 'NULL' | 'EMPTY'>;

/** Follows a path through lists and open fragments. @returns what lies at its ends */
export function look(data: unknown, steps: readonly Step[]): Ends {
  const ends: Ends = new Set();
  visit(data, steps, ends);
  return ends;
}

function visit(value: unknown, [step, ...rest]: readonly Step[], ends: Ends): void {
  if (Array.isArray(value)) {
    if (!step && value.length === 0) ends.add('EMPTY');
    for (const element of value) visit(element, step ? [step, ...rest] : [], ends);
  } else if (!step) ends.add(value === null || value === undefined ? 'NULL' : 'DATA');
  else if (isObject(value) && step.field in value) visit(ofType(value[step.field], step.on), rest, ends);
}

/** In a union, only what is of the type; lists keep those that are. */
function ofType(value: unknown, on: string | undefined): unknown {
  if (on === undefined) return value;
  if (Array.isArray(value)) return value.filter((element) => ofType(element, on) !== undefined);
  return isObject(value) && typeof value.__typename === 'string' && value.__typename !== on ? undefined : value;
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object';
