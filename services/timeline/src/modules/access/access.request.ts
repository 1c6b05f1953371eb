/** What a use case of this service is given: who asks, transactions under their rights, and what is remembered for one request. */
import type { RequestRecord } from '@heya/service-common/audit-batch';
import type { Consumer } from '@heya/service-common/consumer';
import type { CursorSeal } from '@heya/service-common/cursor';
import type { RequestContext } from '@heya/service-common/request';

export interface TimelineRequest extends RequestContext {
  cursors: CursorSeal;
  /** How far the projections of membership and consent have come. */
  projections: Pick<Consumer, 'reached'>;
  now(): Date;
  /** For what must go on when identity or consent are down (R31): by what was granted when they were last heard of. */
  inDisaster: Pick<RequestContext, 'read' | 'write'>;
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
