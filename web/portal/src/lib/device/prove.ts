/** Lets the key of this device sign, so that the sign-in goes on (R6). */
import { browser } from '$app/env';
import type { Fetch } from '@heya/client/request';
import { keptKeys, signText } from './key-store.ts';
import { silentHeader, silentValue } from './silent.ts';

export type Proving =
  | 'PROVED'
  /** No key here that would do. */
  | 'NO_KEY'
  /** The server does not take this key. */
  | 'REFUSED'
  /** The sign-in has ended. */
  | 'OVER'
  /** Nobody answered. */
  | 'UNREACHED';

interface Challenge {
  challenge: string;
  /** ms since 1970 */
  at: number;
  /** The device that the sign-in is bound to. */
  deviceId: string | null;
}

const place = 'heya-device-proved';

/**
 * One at a time in all tabs: each signature uses up the refresh token that it was made for.
 * @param since what another tab proved after this is as good
 * @param owners whose keys may bind a sign-in that is bound to none yet
 */
export function prove(since: number, owners: readonly string[] = []): Promise<Proving> {
  const work = async (): Promise<Proving> => {
    if (Number(localStorage.getItem(place)) > since) return 'PROVED';
    const first = await once(owners);
    return first === 'REFUSED' ? once(owners) : first;
  };
  return navigator.locks ? navigator.locks.request('heya-device', work) : work();
}

async function once(owners: readonly string[]): Promise<Proving> {
  const asked = await post('/device/challenge');
  if (!asked?.ok) return asked?.status === 401 ? 'OVER' : 'UNREACHED';
  const given = (await asked.json().catch(() => undefined)) as Challenge | undefined;
  if (!given) return 'UNREACHED';
  const { challenge, at, deviceId } = given;
  const keys = await keptKeys();
  const key = deviceId ? keys.find(({ id }) => id === deviceId) : keys.find(({ owner }) => owners.includes(owner));
  if (!key) return 'NO_KEY';
  const signature = await signText(key.privateKey, ['heya-device-proof.v1', key.id, challenge, String(at)].join('\n'));
  const answer = await post('/device/proof', { deviceId: key.id, at, signature });
  if (answer?.status === 204) {
    localStorage.setItem(place, String(Date.now()));
    return 'PROVED';
  }
  if (answer?.status === 401) return 'OVER';
  return answer?.status === 409 ? 'REFUSED' : 'UNREACHED';
}

function post(path: string, body: object = {}): Promise<Response | undefined> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return fetch(path, { ...init, signal: AbortSignal.timeout(15_000) }).catch(() => undefined);
}

/**
 * Asks again once the device has signed, when that is what the server waits for.
 * Nobody there to sign for: 503, since the sign-in may well go on. No key that would do: never answers, for the page is left.
 */
export function proving(ask: Fetch): Fetch {
  if (!browser) return ask;
  return async (input, init) => {
    const since = Date.now();
    const answer = await ask(input, init);
    if (answer.status !== 401 || answer.headers.get(silentHeader) !== silentValue) return answer;
    const outcome = await prove(since);
    return afterProving[outcome](answer, () => ask(input, init));
  };
}

type AfterProving = (answer: Response, again: () => Promise<Response>) => Response | Promise<Response>;

const afterProving: Record<Proving, AfterProving> = {
  PROVED: (_, again) => again(),
  NO_KEY: toProvingPage,
  REFUSED: toProvingPage,
  OVER: (answer) => answer,
  UNREACHED: () => new Response(null, { status: 503 }),
};

/** For requests of a page that is already open. */
export const provenFetch: Fetch = proving((input, init) => fetch(input, init));

/** There the person is told, and signs in again; whoever asked must not lead elsewhere meanwhile. */
function toProvingPage(): Promise<never> {
  location.assign(`/device?${new URLSearchParams({ returnTo: location.pathname })}`);
  return new Promise(() => undefined);
}

/** Whose keys would do for this person. */
export function ownersFor({
  user,
  activeFacility,
}: {
  user: { id: string; kind: string };
  activeFacility?: { id: string } | null;
}): string[] {
  const facility = activeFacility ? [`facility:${activeFacility.id}`] : [];
  return [...facility, ...(user.kind === 'CENTER_OFFICER' ? ['center'] : []), `user:${user.id}`];
}

/** A sign-in on a registered device is bound to its key at the first page. */
export async function bindToDevice(owners: readonly string[]): Promise<Proving> {
  const keys = await keptKeys();
  return keys.some(({ owner }) => owners.includes(owner)) ? prove(Date.now(), owners) : 'NO_KEY';
}
