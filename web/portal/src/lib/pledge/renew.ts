/** After signing: the sign-in goes on with tokens that no longer say that a pledge is owed (R1). */
import { prove } from '#lib/device/prove.ts';
import { silentHeader, silentValue } from '#lib/device/silent.ts';

/** @returns whether there are new tokens */
export async function renewAccess(): Promise<boolean> {
  const since = Date.now();
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', signal: AbortSignal.timeout(15_000) };
  const answer = await fetch('/renewal', init).catch(() => undefined);
  if (answer?.headers.get(silentHeader) === silentValue) return (await prove(since)) === 'PROVED';
  return answer?.status === 204;
}
