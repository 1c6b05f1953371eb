/**
 * The gateway's door for people without a sign-in (decision 0019): this server signs from where they come, for exactly what they sent.
 * The signature is the envelope that the gateway sends to its services (@heya/service-common/envelope).
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';

export interface StrangersQuestion {
  body: string;
  /** From where this person comes; the gateway counts by it. */
  address: string;
  locale: 'ja' | 'en';
}

const path = '/public';

/** @param gateway its GraphQL endpoint @param key shared with the gateway alone @throws when it does not answer */
export function askAsStranger(gateway: string, key: Buffer, question: StrangersQuestion): Promise<Response> {
  return fetch(new URL(path, gateway), {
    method: 'POST',
    body: question.body,
    headers: {
      ...signedHeaders(key, question),
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'accept-language': question.locale,
    },
    signal: AbortSignal.timeout(15_000),
  });
}

export function signedHeaders(key: Buffer, { body, address, locale }: StrangersQuestion): Record<string, string> {
  const envelope = {
    to: 'gateway',
    at: Date.now(),
    nonce: randomUUID(),
    requestId: randomUUID(),
    locale,
    viewer: { type: 'anonymous', address },
  };
  const encoded = Buffer.from(JSON.stringify(envelope)).toString('base64url');
  const hash = createHash('sha256').update(body).digest('base64url');
  const signature = createHmac('sha256', key).update(['POST', path, hash, encoded].join('\n')).digest('base64url');
  return { 'heya-envelope': encoded, 'heya-signature': signature };
}
