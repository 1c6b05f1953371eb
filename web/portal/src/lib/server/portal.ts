/** The one session store of this process and the settings around it. */
import { DATABASE_URL, SESSION_KEY } from '$app/env/private';
import { SessionStore } from './sessions.ts';

export const sessionKey = Buffer.from(SESSION_KEY, 'hex');
export const sessions = new SessionStore(DATABASE_URL, sessionKey);
