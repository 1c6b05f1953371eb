import type { Cookies } from '@sveltejs/kit';

/** `__Host-`: only this origin can set it, only over a secure connection, for the whole site. */
const sessionCookie = '__Host-heya';
const signInCookie = '__Host-heya-sign-in';
const deviceCookie = '__Host-heya-device';
const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export function readSessionId(cookies: Cookies): string | undefined {
  return cookies.get(sessionCookie);
}

/** Ends with the browser; the server's own limits end it earlier. */
export function writeSessionId(cookies: Cookies, id: string): void {
  cookies.set(sessionCookie, id, attributes);
}

export function clearSessionId(cookies: Cookies): void {
  cookies.delete(sessionCookie, attributes);
  cookies.delete(deviceCookie, attributes);
}

export function readDeviceProof(cookies: Cookies): string | undefined {
  return cookies.get(deviceCookie);
}

/** Whoever copies it has it for minutes; only the device's key brings the next one (R6). */
export function writeDeviceProof(cookies: Cookies, sealed: string): void {
  cookies.set(deviceCookie, sealed, { ...attributes, maxAge: 300 });
}

export function readSignIn(cookies: Cookies): string | undefined {
  return cookies.get(signInCookie);
}

export function writeSignIn(cookies: Cookies, sealed: string): void {
  cookies.set(signInCookie, sealed, { ...attributes, maxAge: 600 });
}

export function clearSignIn(cookies: Cookies): void {
  cookies.delete(signInCookie, attributes);
}
