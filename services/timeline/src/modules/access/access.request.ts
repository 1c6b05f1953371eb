/** What a use case of this service is given: who asks, transactions under their rights, and what is remembered for one request. */
import type { RequestRecord } from '@heya/service-common/audit-batch';
import type { Consumer } from '@heya/service-common/consumer';
import type { DataKeys } from '@heya/service-common/data-keys';
import type { CursorSeal } from '@heya/service-common/cursor';
import type { RequestContext } from '@heya/service-common/request';

/** Where a browser's push service takes what is to be shown there. */
export interface PushDevice {
  endpoint: string;
  /** Public key of the device, base64url. */
  p256dh: string;
  auth: string;
}

/** What a device shows, on a lock screen too: no name, nothing of health (R34). */
export interface PushMessage {
  id: string;
  title: string;
  /** A path of the portal. */
  url: string;
  isHasty: boolean;
}

/** LATER: it may be taken at another time; GONE: this device is told no more. */
export type PushOutcome = 'SENT' | 'REFUSED' | 'GONE' | 'LATER';

export interface PushDoor {
  /** With which a browser asks its push service, base64url. */
  publicKey: string;
  /** @returns whether such an address may be spoken to */
  isAllowed(endpoint: URL): boolean;
  send(device: PushDevice, message: PushMessage): Promise<PushOutcome>;
}

/** What a mail says, in any inbox: no name, nothing of health (R34). */
export interface MailMessage {
  /** The same again is the same mail. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/** LATER: it may be taken at another time; REFUSED: there is no such mailbox. */
export type MailOutcome = 'SENT' | 'REFUSED' | 'LATER';

export interface MailDoor {
  /** Where the portal is, without a slash at its end. */
  portal: string;
  /** With which addresses are sealed. */
  keys: DataKeys;
  send(message: MailMessage): Promise<MailOutcome>;
}

export interface TimelineRequest extends RequestContext {
  cursors: CursorSeal;
  /** How far the projections of membership and consent have come. */
  projections: Pick<Consumer, 'reached'>;
  now(): Date;
  /** For what must go on when identity or consent are down (R31): by what was granted when they were last heard of. */
  inDisaster: Pick<RequestContext, 'read' | 'write'>;
  /** Telling devices; nothing where no keys are set up. */
  push: PushDoor | null;
  /** Telling by mail; nothing where no server is set up. */
  mail: MailDoor | null;
  /** What this request has looked at. */
  record: RequestRecord;
}

/**
 * Something made once a request, at its first use: loaders, what was already recorded.
 * @returns a function from the request to that thing
 */
export function perRequest<T extends object>(make: (context: TimelineRequest) => T): (context: TimelineRequest) => T {
  const made = new WeakMap<TimelineRequest, T>();
  return (context) => {
    const found = made.get(context) ?? make(context);
    made.set(context, found);
    return found;
  };
}
