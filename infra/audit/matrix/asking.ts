/** Asks every line as one principal: a route in one operation, and what stays unclear alone. */
import { setTimeout as pause } from 'node:timers/promises';
import { send } from '../../local/api/graphql.mjs';
import type { World } from '../world.ts';
import { mutationNames, variablesOf, writtenArguments } from './catalogue.ts';
import { documentOf } from './document.ts';
import type { Facts } from './facts.ts';
import { type Outcome, outcomeAlone, outcomeOf, unreached } from './outcome.ts';
import { type Principal, tokenOf } from './principals.ts';
import { type Line, operationOf } from './routes.ts';
import type { Shape } from './shape.ts';
import { keyOf } from './table.ts';

type Answer = Awaited<ReturnType<typeof send>>['body'];

export interface Asking {
  world: World;
  facts: Facts;
  principal: Principal;
  /** Every answer, as text: what it gives away is looked for in it. */
  onAnswer(text: string, about: string): void;
  /** How many operations were sent. */
  count: { operations: number };
}

/** @returns the outcome of each line, by its key */
export async function askQueries(asking: Asking, lines: readonly Line[]): Promise<Map<string, Outcome>> {
  const found = new Map<string, Outcome>();
  for (const [route, own] of Map.groupBy(lines, (line) => line.route))
    for (const [line, outcome] of await askRoute(asking, own, route)) found.set(keyOf(line), outcome);
  return found;
}

async function askRoute(asking: Asking, lines: readonly Line[], route: string): Promise<[Line, Outcome][]> {
  const body = await query(asking, lines, route);
  const judged = lines.map((line) => [line, outcomeOf(line, body)] as const);
  const outcomes: [Line, Outcome][] = [];
  for (const [line, outcome] of judged) outcomes.push([line, outcome ?? outcomeAlone(line, await query(asking, [line], route))]);
  return outcomes;
}

function query(asking: Asking, lines: readonly Line[], route: string): Promise<Answer> {
  return ask(
    asking,
    documentOf('query', lines, (given) => writtenArguments(asking.facts, given)),
    {},
    route,
  );
}

async function ask(
  { world, principal, onAnswer, count }: Asking,
  text: string,
  variables: Record<string, unknown>,
  about: string,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    count.operations += 1;
    const { body } = await send(world.urls.gateway, { query: text, variables }, await tokenOf(world, principal));
    onAnswer(JSON.stringify(body), about);
    if (tries === mostTries || !isNotNow(body)) return body;
    await pause(retryEveryMs);
  }
}

/** A crowded machine lets services wait for each other, and they refuse rather than answer from what may be old: that says nothing about rights. */
const isNotNow = ({ errors }: Answer): boolean => errors?.some(({ extensions }) => extensions?.code === 'SERVICE_UNAVAILABLE') ?? false;
const [mostTries, retryEveryMs] = [10, 500];

/** One mutation after the other, in the order of the catalogue. */
export async function askMutations(asking: Asking, shape: Shape, lines: readonly Line[]): Promise<Map<string, Outcome>> {
  const found = new Map<string, Outcome>();
  for (const name of mutationNames()) {
    const own = lines.filter(({ route }) => operationOf(route) === name);
    const [root] = own;
    if (!root) continue;
    const body = await ask(asking, mutationText(shape, name, own), variablesOf(asking.facts, name, asking.principal), name);
    for (const line of own) found.set(keyOf(line), line === root ? verdict(body) : payloadOutcome(line, body));
  }
  return found;
}

function mutationText(shape: Shape, name: string, lines: readonly Line[]): string {
  const field = shape.get('Mutation')?.fields.find((one) => one.name === name.split('.')[1]?.split('#')[0]);
  const given = field?.arguments ?? [];
  const declared = given.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const text = documentOf('mutation', [...lines, userErrorCode(name)], (wanted) => (wanted === name ? passed : ''));
  return declared ? text.replace('mutation', `mutation (${declared})`) : text;
}

const userErrorCode = (name: string): Line => {
  const root = { field: name.split('.')[1]?.split('#')[0] ?? '', given: name };
  return { coordinate: 'UserError.code', route: name, steps: [root, { field: 'userErrors' }, { field: 'code' }], isComposite: false };
};

/** OK, what the person may mend, or what was refused as a whole. */
function verdict({ data, errors }: Answer): Outcome {
  if (errors?.[0]) return errors[0].extensions?.code ?? 'UNCODED';
  const payload = Object.values(data ?? {})[0] as { userErrors?: { code: string }[] } | null;
  return payload?.userErrors?.[0]?.code ?? 'OK';
}

function payloadOutcome(line: Line, body: Answer): Outcome {
  const outcome = outcomeOf(line, body);
  return outcome === undefined || body.errors ? unreached : outcome;
}
