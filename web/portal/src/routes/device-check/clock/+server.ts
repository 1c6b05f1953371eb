import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The server's clock, for the page that tells whether a device will do. */
export const GET: RequestHandler = () => json({ at: Date.now() });
