/** The stack under audit: its people, a room, applications in progress, and a look at what is stored. */
import type { Session } from '../local/api/graphql.mjs';
import { Cast } from '../local/demo/journey.mjs';
import type { DemoAccount, Stack } from '../local/stack.mjs';
import { prepareSecond, prepareThird } from './prepare.ts';
import { loadMorePeople } from './scene/districts.ts';
import { buildScene, openPlainRoom, type Scene } from './scene/scene.ts';
import { Storage } from './storage.ts';

/** Everybody who sends wrong inputs. */
const roles = ['doctor', 'nurse', 'family', 'outsider', 'clerk'];

export interface World {
  stack: Stack;
  urls: Stack['urls'];
  roomId: string;
  patientId: string;
  /** A patient with a consent and no application yet, made by the doctor. */
  third: { patientId: string; consentId: string };
  /** The same, and a 4-1 waiting for review. */
  second: { patientId: string; consentId: string; applicationId: string; version: number };
  storage: Storage;
  cast: Cast;
  account(role: string): DemoAccount;
  /** One session a role for the whole audit: a one-time code counts once. */
  as(role: string): Promise<Session>;
  userId(role: string): string;
  /** Somebody who has not signed in yet; nobody gets the same person twice. */
  spare(): DemoAccount;
  /** The rooms of the access cases, made when first asked for. */
  scene(): Promise<Scene>;
  requireUntouched: Storage['requireUntouched'];
  requireNowhere: Storage['requireNowhere'];
  requireUnlogged: Storage['requireUnlogged'];
}

export async function createWorld(stack: Stack): Promise<World> {
  const storage = new Storage(stack);
  const more = await loadMorePeople(stack);
  const cast = new Cast(stack.urls, [...(stack.demo?.accounts ?? []), ...(stack.demo?.secondDistrict?.accounts ?? []), ...more]);
  const people = peopleOf(cast, more);
  const room = await openPlainRoom(cast);
  // Signing in writes too: it is done before anything is compared.
  for (const role of roles) await people.as(role);
  const [third, second] = [await prepareThird(people), await prepareSecond(people)];
  await storage.untilQuiet();
  let scene: Promise<Scene> | undefined;
  return {
    stack,
    urls: stack.urls,
    third,
    second,
    roomId: room.id,
    patientId: room.patientId,
    storage,
    ...people,
    scene: () => (scene ??= storage.within('heya_room', (client) => buildScene(cast, client))),
    requireUntouched: (work) => storage.requireUntouched(work),
    requireNowhere: (text) => storage.requireNowhere(text),
    requireUnlogged: (text) => storage.requireUnlogged(text),
  };
}

function peopleOf(cast: Cast, more: readonly DemoAccount[]): Pick<World, 'cast' | 'as' | 'userId' | 'account' | 'spare'> {
  const spares = more.filter(({ role }) => role.startsWith('spare'));
  return {
    cast,
    account: (role) => cast.account(role),
    userId: (role) => cast.account(role).userId,
    as: (role) => cast.as(role),
    spare() {
      const next = spares.shift();
      if (!next) throw new Error('nobody is left who has not signed in');
      return next;
    },
  };
}
