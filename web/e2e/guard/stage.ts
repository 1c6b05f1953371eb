/** The demo room, everybody's device, and who has signed in: what the guards are tried on. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Browser } from 'playwright-core';
import { Joined } from '../../../infra/local/journeys/join.ts';
import { Session } from '../../../infra/local/api/graphql.mjs';
import { launchBrowser } from '../support/browser.ts';
import { shot } from '../support/look.ts';
import { meet, type Person, signIn, type Size } from '../support/person.ts';

export class Guarded {
  stack!: Joined;
  browser!: Browser;
  readonly #name: string;
  readonly #people = new Map<string, Promise<Person>>();
  readonly #sessions = new Map<string, Promise<Session>>();

  /** @param name of the journey, letters and figures */
  constructor(name: string) {
    this.#name = name;
  }

  get room(): { id: string; patientId: string; roomNumber: string } {
    if (!this.stack.demo.room) throw new Error('no demo room');
    return this.stack.demo.room;
  }

  inRoom(...below: string[]): string {
    return ['/rooms', this.room.id, ...below].join('/');
  }

  /** The person at their own device, signed in the first time they are asked for. */
  as(role: string, size: Size): Promise<Person> {
    const known = this.#people.get(role) ?? this.#arrive(role, size);
    this.#people.set(role, known);
    return known;
  }

  /** The same person by the API, for what would take long by hand; signed in the first time they are asked for. */
  byApi(role: string): Promise<Session> {
    const account = this.stack.demo.accounts.find((found) => found.role === role);
    if (!account) throw new Error(`nobody plays ${role}`);
    const known = this.#sessions.get(role) ?? Session.open(this.stack.urls, account);
    this.#sessions.set(role, known);
    return known;
  }

  complaints(): string[] {
    return this.#met.flatMap(({ role, witness }) => witness.complaints.map((line) => `${role}: ${line}`));
  }

  readonly #met: Person[] = [];

  async #arrive(role: string, size: Size): Promise<Person> {
    const person = await meet(this.browser, this.stack, { role, size });
    this.#met.push(person);
    await signIn(person);
    return person;
  }

  /** What everybody had before them when something failed, for the eye of whoever asks for pictures. */
  async lookAround(name: string): Promise<void> {
    for (const [place, { role, page }] of this.#met.entries())
      await shot(page, `failed-${name.slice(0, 20)}-${place}-${role}`).catch(() => undefined);
  }

  async open(): Promise<void> {
    [this.stack, this.browser] = await Promise.all([Joined.open(this.#name, 'room'), launchBrowser()]);
  }

  async close(): Promise<void> {
    await (this.browser as Browser | undefined)?.close();
  }
}

export function setGuarded(name = 'guard'): Guarded {
  const guarded = new Guarded(name);
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await guarded.lookAround(task.name);
  });
  beforeAll(() => guarded.open());
  afterAll(() => guarded.close());
  return guarded;
}
