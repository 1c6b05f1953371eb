/** Reading what a form sent. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The answer of a security key with its certificate is the largest thing anybody sends here. */
const formLimit = 24 * 1024;

export function acceptForms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: formLimit }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body as string))),
  );
}

export const formOf = (request: FastifyRequest): Partial<Record<string, string>> => request.body ?? {};

/** Sent by a page of ours, for this visit. @param xsrf what the page had in its form */
export function isOwnForm(request: FastifyRequest, { xsrf, publicUrl }: { xsrf: string; publicUrl: string }): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined && origin !== new URL(publicUrl).origin) return false;
  const [given, expected] = [Buffer.from(formOf(request).xsrf ?? ''), Buffer.from(xsrf)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export const headerText = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join(',') : value);

/** @returns the answer of the device as it was sent, or undefined when it is no JSON object */
export function deviceAnswer(request: FastifyRequest): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(formOf(request).response ?? '');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
