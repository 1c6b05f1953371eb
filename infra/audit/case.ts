/** What a case is, and how the audit puts questions. Everything goes over the public API, as any client could send it. */
import { send, type GraphqlAnswer, type GraphqlProblem } from '../local/api/graphql.mjs';
import type { World } from './world.ts';

export interface Case {
  /** Never changes once published: reports are compared by it. */
  id: string;
  /** What is sent, and what must come back. */
  text: string;
  /** Throws what is wrong. @returns the figure, if the case has one */
  run(world: World): Promise<string | void>;
}

/** What cannot be tried yet, and why: said, and counted neither as passed nor as failed. */
export class Skipped extends Error {}

export type Variables = Record<string, unknown>;

export class Fault extends Error {}

export function require(holds: unknown, otherwise: string): asserts holds {
  if (!holds) throw new Fault(otherwise);
}

/** @param role a demo account; `nobody` sends no token */
export async function ask(world: World, role: string, query: string, variables: Variables = {}): Promise<GraphqlAnswer> {
  return role === 'nobody' ? send(world.urls.gateway, { query, variables }) : (await world.as(role)).send(query, variables);
}

interface Expected {
  codes: readonly string[];
  /** Path into the input, `input.vitals`; its beginning is enough. */
  field?: string;
}

/** The mutation answers with a problem the user can mend, and nothing is stored. */
export async function requireUserError(
  world: World,
  request: { role: string; query: string; variables: Variables },
  expected: Expected,
): Promise<void> {
  await world.requireUntouched(async () => {
    const { status, body } = await ask(world, request.role, request.query, request.variables);
    require(status === 200 && !body.errors, `expected userErrors, got HTTP ${status} ${summary(body.errors)}`);
    const payload = Object.values(body.data ?? {})[0] as Payload;
    const found = payload?.userErrors ?? [];
    require(found.some((error) =>
      matches(error, expected),
    ), `expected ${expected.codes.join('|')} at ${expected.field ?? 'any field'}, got ${JSON.stringify(found)}`);
    for (const error of found) requireClear(error.message, /[ぁ-んァ-ヶ一-龠]/);
    for (const [name, value] of Object.entries(payload ?? {}))
      require(name === 'userErrors' || value === null || value === false || isCurrent(found), `${name} came back although it was refused`);
  });
}

/** The whole operation is refused with this code, and nothing is stored. */
export async function requireTopLevel(
  world: World,
  request: { role: string; query: string; variables?: Variables },
  codes: readonly string[],
): Promise<void> {
  await world.requireUntouched(async () => {
    const { body } = await ask(world, request.role, request.query, request.variables);
    requireRefused(body, codes);
  });
}

export function requireRefused(body: GraphqlAnswer['body'], codes: readonly string[]): void {
  const [error] = body.errors ?? [];
  require(error, `expected an error ${codes.join('|')}, got ${JSON.stringify(body).slice(0, 200)}`);
  require(codes.includes(error.extensions?.code ?? ''), `expected ${codes.join('|')}, got ${summary(body.errors)}`);
  require(Object.values(body.data ?? {}).every((value) => value === null), 'data came with the refusal');
  requireClear(error.message, /\S/);
}

interface Payload {
  userErrors?: UserProblem[];
  [entity: string]: unknown;
}
interface UserProblem {
  code: string;
  message: string;
  field: string[] | null;
}

function matches(error: UserProblem, { codes, field }: Expected): boolean {
  return codes.includes(error.code) && (!field || (error.field ?? []).join('.').startsWith(field));
}

/** STALE_VERSION shows the current entity, so that the person can go on from there (api.md 8). */
const isCurrent = (found: readonly UserProblem[]): boolean => found.some(({ code }) => code === 'STALE_VERSION');

/** A sentence for people, in the language asked for; never the insides. */
function requireClear(message: string, language: RegExp): void {
  require(message.length > 2 && language.test(message), `not a clear sentence: ${JSON.stringify(message)}`);
  require(!/\n\s*at |node_modules|select .* from|insert into|relation "|constraint|ECONN|undefined/i.test(
    message,
  ), `the insides show: ${message}`);
}

export function summary(errors: readonly GraphqlProblem[] | undefined): string {
  return (errors ?? []).map(({ message, extensions }) => `${extensions?.code}: ${message}`).join('; ') || 'no errors';
}
