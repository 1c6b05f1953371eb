/** One question put to a large and a small stack in turns, through their gateways, with the documents of the portal. */
import { readFileSync } from 'node:fs';
import type { Session } from '../local/api/graphql.mjs';
import type { Stack } from '../local/stack.mjs';
import { median, round } from './figures.ts';

/** Asked of one side before it is the other's turn. */
const blockSize = 10;
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** As the portal sends it. */
export function documentOf(operation: string): string {
  const kept = JSON.parse(readFileSync(new URL('../../schema/documents/portal.json', import.meta.url), 'utf8')) as Record<string, string>;
  const found = Object.values(kept).find((text) => new RegExp(`\\bquery ${operation}\\b`).test(text));
  if (!found) throw new Error(`The portal has no query ${operation}.`);
  return found;
}

export function accountOf({ demo }: Stack, role: string) {
  const account = demo?.accounts.find((one) => one.role === role);
  if (!account) throw new Error(`No demo account for ${role}.`);
  return account;
}

export interface Question<Who extends string> {
  by: Who;
  text: string;
  /** For the n-th time it is asked. */
  variables(n: number): Record<string, unknown>;
  /** Without this the comparison would mean nothing: as much is answered on both sides. */
  isWhole(data: any): boolean;
}

export type Side = 'many' | 'few';
type Times = Record<Side, number[]>;
export type Round<Name extends string> = Record<Name, Times>;

export class TwoStacks<Who extends string, Name extends string> {
  readonly #questions: Record<Name, Question<Who>>;
  readonly #askers: Record<Side, Record<Who, Session>>;
  readonly #names: Name[];

  constructor(questions: Record<Name, Question<Who>>, askers: Record<Side, Record<Who, Session>>) {
    [this.#questions, this.#askers, this.#names] = [questions, askers, Object.keys(questions) as Name[]];
  }

  async measure(rounds: number, requests: number): Promise<Round<Name>[]> {
    await this.#requireAnswers();
    await this.#oneRound(requests);
    const measured: Round<Name>[] = [];
    for (let index = 0; index < rounds; index += 1) {
      const times = await this.#oneRound(requests);
      measured.push(times);
      say(`round ${index + 1}: ${this.#names.map((name) => `${name} ${describe(times[name])}`).join(', ')}`);
    }
    return measured;
  }

  async #ask(side: Side, name: Name, n: number): Promise<{ ms: number; data: any }> {
    const { by, text, variables } = this.#questions[name];
    const begun = performance.now();
    const data = await this.#askers[side][by].ask(text, variables(n));
    return { ms: performance.now() - begun, data };
  }

  async #requireAnswers(): Promise<void> {
    for (const side of ['many', 'few'] as const)
      for (const name of this.#names) {
        const { data } = await this.#ask(side, name, 0);
        if (!this.#questions[name].isWhole(data))
          throw new Error(`Not what was asked for: ${side} ${name} ${JSON.stringify(data).slice(0, 600)}`);
      }
  }

  /** A block of one side, a block of the other, and the other way round: what disturbs the machine disturbs both. */
  async #oneRound(requests: number): Promise<Round<Name>> {
    const times = Object.fromEntries(this.#names.map((name) => [name, { many: [], few: [] }])) as unknown as Round<Name>;
    for (let block = 0; block < requests / blockSize; block += 1)
      for (const name of this.#names)
        for (const side of block % 2 ? (['few', 'many'] as const) : (['many', 'few'] as const))
          for (let index = 0; index < blockSize; index += 1) {
            const { ms } = await this.#ask(side, name, block * blockSize + index);
            // The first of a block wakes what slept.
            if (index > 0) times[name][side].push(ms);
          }
    return times;
  }
}

export const ratioOf = <Name extends string>(measured: readonly Round<Name>[], name: Name): number =>
  median(measured.map((times) => median(times[name].many) / median(times[name].few)));

/** @returns the worst ratio of several questions that are one figure */
export const worstOf = <Name extends string>(measured: readonly Round<Name>[], kinds: readonly Name[]): number =>
  round(Math.max(...kinds.map((name) => ratioOf(measured, name))), 2);

export const describe = (times: Times): string => `${round(median(times.many), 1)} ms / ${round(median(times.few), 1)} ms`;

/** @param figures the last line of the program, JSON when asked for */
export function tell<Name extends string>(
  measured: readonly Round<Name>[],
  { name, figures, json }: { name: string; figures: Record<string, number>; json: boolean },
): void {
  for (const each of Object.keys(measured[0] ?? {}) as Name[]) {
    const times = { many: measured.flatMap((one) => one[each].many), few: measured.flatMap((one) => one[each].few) };
    say(`${each}: ${describe(times)}, ratio ${round(ratioOf(measured, each), 2)}`);
  }
  process.stdout.write(json ? `${JSON.stringify({ name, figures })}\n` : `${JSON.stringify(figures, null, 2)}\n`);
}
