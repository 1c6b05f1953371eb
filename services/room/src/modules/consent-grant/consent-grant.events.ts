/** consent.changed → the projection that every decision here reads. */
import type { Handlers } from '@heya/service-common/consumer';
import { saveConsentGrant } from './consent-grant.repository.ts';

export const consentGrantHandlers: Handlers = {
  'consent.changed': (tx, { payload }) => saveConsentGrant(tx, payload),
};
