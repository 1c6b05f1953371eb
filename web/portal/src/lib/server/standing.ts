/** Where a request stands: signed in, signed in on a device that has yet to sign, or locked (R6). */
import { type Asked, countsAsUse } from '#lib/idle/use.policy.ts';
import type { FoundSession, SessionStore } from './sessions.ts';

interface Shown {
  /** Of the sign-in. */
  id: string | undefined;
  /** That the device has signed, sealed. */
  proof: string | undefined;
}

interface Parts {
  sessions: Pick<SessionStore, 'find' | 'touch'>;
  isProved: (found: FoundSession, proof: string | undefined) => boolean;
}

/** One of them at most is there. */
interface Standing {
  session: FoundSession | null;
  unproved: FoundSession | null;
  locked: FoundSession | null;
}

const nowhere: Standing = { session: null, unproved: null, locked: null };

/** Who uses the portal in a proved session has used it now. A failing health check must still say so when the session table cannot be read. */
export async function standingOf(asked: Asked, { id, proof }: Shown, { sessions, isProved }: Parts): Promise<Standing> {
  const found = id && asked.path !== '/health' ? await sessions.find(id) : null;
  if (!found) return nowhere;
  if (found.locked) return { ...nowhere, locked: found };
  if (!isProved(found, proof)) return { ...nowhere, unproved: found };
  if (countsAsUse(asked)) await sessions.touch(found.id);
  return { ...nowhere, session: found };
}
