import { redirect } from '@sveltejs/kit';
import { clearSignIn, readSessionId, readSignIn, writeSessionId } from '#lib/server/cookies.ts';
import { finishSignIn, openPending } from '#lib/server/oidc.ts';
import { sessions } from '#lib/server/portal.ts';
import type { RequestHandler } from './$types';

/** Back from the sign-in page: a new session under a new id, whatever the browser held before. */
export const GET: RequestHandler = async ({ url, cookies }) => {
  const pending = openPending(readSignIn(cookies));
  clearSignIn(cookies);
  if (!pending) redirect(303, '/?problem=again');
  const tokens = await finishSignIn(url, pending).catch(() => null);
  if (!tokens) redirect(303, '/?problem=again');
  const before = readSessionId(cookies);
  if (before) await sessions.remove(before);
  writeSessionId(cookies, (await sessions.create(tokens)).id);
  redirect(303, pending.returnTo);
};
