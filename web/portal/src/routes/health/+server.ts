import { sessions } from '#lib/server/portal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
  try {
    await sessions.ping();
    return Response.json({ status: 'ok' });
  } catch {
    return Response.json({ status: 'unavailable' }, { status: 503 });
  }
};
