/** The stack, the browser and everybody's device: what the parts of the journey hand on to each other. */
import { afterAll, beforeAll } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { Joined } from '../../../infra/local/journeys/join.ts';
import { launchBrowser } from '../support/browser.ts';
import { meet, type Person, type Size } from '../support/person.ts';

const cast = {
  doctor: 'desk',
  nurse: 'phone',
  secondNurse: 'phone',
  careManager: 'phone',
  family: 'phone',
  outsider: 'phone',
  clerk: 'desk',
  approver: 'desk',
} as const satisfies Record<string, Size>;
export type Role = keyof typeof cast;
export const invited = ['nurse', 'secondNurse', 'careManager', 'family'] as const satisfies readonly Role[];

/** What is written to the care team, and what to everyone. */
export const finding = '痰がからみ、夜に熱が出ました';
export const forFamily = 'よく眠れています。明日も伺います';

export class Stage {
  stack!: Joined;
  people!: Record<Role, Person>;
  /** Of the application; the center finds it by that. */
  receipt = '';
  roomId = '';
  #browser: Browser | undefined;

  roles(): Role[] {
    return Object.keys(cast) as Role[];
  }

  nameOf(role: Role): string {
    return this.people[role].account.displayName;
  }

  /** The room's address, or that of a place in it. */
  inRoom(...below: string[]): string {
    return ['/rooms', this.roomId, ...below].join('/');
  }

  everyone(roles: readonly Role[], act: (page: Page, role: Role) => Promise<unknown>): Promise<unknown> {
    return Promise.all(roles.map((role) => act(this.people[role].page, role)));
  }

  async open(): Promise<void> {
    const [stack, browser] = await Promise.all([Joined.open('journey'), launchBrowser()]);
    this.stack = stack;
    this.#browser = browser;
    const met = await Promise.all(this.roles().map((role) => meet(browser, stack, { role, size: cast[role] })));
    this.people = Object.fromEntries(met.map((person) => [person.role, person])) as Record<Role, Person>;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }
}

export function setStage(): Stage {
  const stage = new Stage();
  beforeAll(() => stage.open());
  afterAll(() => stage.close());
  return stage;
}
