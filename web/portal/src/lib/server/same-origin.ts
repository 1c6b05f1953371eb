import { ORIGIN } from '$app/env/private';

const own = new URL(ORIGIN).origin;

/** True for requests that a page of this portal sent: another site's pages carry another Origin (V26–V28). */
export function isSameOrigin(request: Request): boolean {
  return request.headers.get('origin') === own;
}

export function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
}
