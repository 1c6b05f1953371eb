/** Speaks to browsers' push services (RFC 8030): what is to be shown is encrypted for the device alone (RFC 8291). */
import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import webPush from 'web-push';
import type { PushDoor, PushOutcome } from '../access/index.ts';
import { isOutside, lookupOutside } from './push.address.ts';

const timeoutMs = 10_000;
/** How long a push service keeps it for a device that is off. */
const keptSeconds = 24 * 3600;

interface Keys {
  PUSH_PUBLIC_KEY?: string | undefined;
  PUSH_PRIVATE_KEY?: string | undefined;
  PUSH_CONTACT: string;
  PUSH_TO_INNER: 'true' | 'false';
}

/** @returns null where no keys are set up */
export function openPush({ PUSH_PUBLIC_KEY, PUSH_PRIVATE_KEY, PUSH_CONTACT, PUSH_TO_INNER }: Keys): PushDoor | null {
  if (!PUSH_PUBLIC_KEY || !PUSH_PRIVATE_KEY) return null;
  const vapidDetails = { subject: PUSH_CONTACT, publicKey: PUSH_PUBLIC_KEY, privateKey: PUSH_PRIVATE_KEY };
  const anywhere = PUSH_TO_INNER === 'true';
  const isAllowed = (endpoint: URL): boolean => anywhere || isOutside(endpoint);
  return {
    publicKey: PUSH_PUBLIC_KEY,
    isAllowed,
    async send({ endpoint, p256dh, auth }, { isHasty, ...shown }) {
      const url = URL.parse(endpoint);
      if (!url || !isAllowed(url)) return 'REFUSED';
      const details = detailsOf({ endpoint, keys: { p256dh, auth } }, JSON.stringify(shown), {
        vapidDetails,
        TTL: keptSeconds,
        urgency: isHasty ? 'high' : 'normal',
        // Sent twice, it is shown once.
        topic: shown.id.replaceAll('-', ''),
      });
      // A key that is no point of the curve: no device can have it, and nobody else waits for it.
      if (!details) return 'GONE';
      const { headers, body } = details;
      return post({ url, headers, body, anywhere }).then(outcomeOf, () => 'LATER' as const);
    },
  };
}

function detailsOf(...parts: Parameters<typeof webPush.generateRequestDetails>) {
  try {
    return webPush.generateRequestDetails(...parts);
  } catch {
    return undefined;
  }
}

interface Sending {
  url: URL;
  headers: Record<string, string>;
  body: Buffer;
  anywhere: boolean;
}

/** @returns the status; nothing else of the answer is read, and no redirect followed */
function post({ url, headers, body, anywhere }: Sending): Promise<number> {
  const options = { method: 'POST', headers, signal: AbortSignal.timeout(timeoutMs), ...(!anywhere && { lookup: lookupOutside }) };
  return new Promise((resolve, reject) => {
    const sending = (url.protocol === 'https:' ? request : requestPlain)(url, options, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return 'SENT';
  if (status === 404 || status === 410) return 'GONE';
  return status === 429 || status >= 500 ? 'LATER' : 'REFUSED';
}
