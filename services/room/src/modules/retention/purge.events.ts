/** What the other services say that they have erased (R16). */
import type { Handlers } from '@heya/service-common/consumer';
import { takeAnswer } from './purge.service.ts';

export const purgeHandlers: Handlers = {
  'timeline.roomErased': (tx, { payload, occurredAt }) => takeAnswer(tx, 'timeline', payload, new Date(occurredAt)),
  'consent.roomErased': (tx, { payload, occurredAt }) => takeAnswer(tx, 'consent', payload, new Date(occurredAt)),
  'identity.roomErased': (tx, { payload, occurredAt }) => takeAnswer(tx, 'identity', payload, new Date(occurredAt)),
};
