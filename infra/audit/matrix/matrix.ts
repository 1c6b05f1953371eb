/** The whole matrix on a running stack: queries, live streams, mutations, by every principal. */
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '../world.ts';
import { type Asking, askMutations, askQueries } from './asking.ts';
import { collectFacts, type Facts } from './facts.ts';
import { letThingsHappen, untilHeard } from './happenings.ts';
import type { Covered } from './lines.ts';
import { leaksIn, secretsOf } from './oracle.ts';
import type { Outcome } from './outcome.ts';
import { type Principal, principals, roleOf } from './principals.ts';
import { Listener } from './streams.ts';
import type { Table } from './table.ts';

export interface Found {
  table: Table;
  leaks: string[];
  operations: number;
}

/** Two at a time: the order of principals decides nothing but time, since queries change nothing. */
const lanes = 2;

export async function runMatrix(world: World, covered: Covered): Promise<Found> {
  const scene = await world.scene();
  const facts = await collectFacts(world, scene);
  const secrets = secretsOf(scene);
  const found: Found = { table: new Map(), leaks: [], operations: 0 };
  const leaks = new Set<string>();
  const count = { operations: 0 };
  const askingAs = (principal: Principal): Asking => ({
    world,
    facts,
    principal,
    count,
    onAnswer: (text, about) => leaksIn(text, principal, secrets).forEach((leak) => leaks.add(`${leak} by ${about}`)),
  });
  const keep = (principal: Principal, outcomes: ReadonlyMap<string, Outcome>): void => {
    for (const [key, outcome] of outcomes) found.table.set(key, { ...found.table.get(key), [principal]: outcome });
  };

  const waiting = [...principals];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) keep(next, await askQueries(askingAs(next), covered.queries));
  };
  await Promise.all(Array.from({ length: lanes }, lane));

  const changeAs = async (principal: Principal): Promise<void> => {
    keep(principal, await askMutations(askingAs(principal), covered.shape, covered.mutations));
    const role = roleOf(principal);
    if (role) world.cast.forget(role);
  };
  const listeners = await listen(world, facts, covered, askingAs);
  await letThingsHappen(world, facts);
  await untilHeard(listeners);
  for (const listener of listeners) keep(listener.principal, listener.outcomes());
  for (const listener of listeners) await listener.stop();
  // The last of them ends the session.
  for (const principal of principals) await changeAs(principal);
  return { ...found, leaks: [...leaks].sort(), operations: count.operations };
}

/** Everybody before anything happens. */
async function listen(
  world: World,
  facts: Facts,
  { subscriptions }: Covered,
  askingAs: (principal: Principal) => Asking,
): Promise<Listener[]> {
  const listeners = principals.map((principal) => {
    const { onAnswer } = askingAs(principal);
    return new Listener({ world, facts, principal, onFrame: (text) => onAnswer(text, 'a stream') }, subscriptions);
  });
  // The protocol does not say when a stream is open; what happens before is not told to it.
  await pause(2000);
  return listeners;
}
