/** How long a consent is in force, in words (R9). */
import type { ConsentChannel, ConsentEventKind, ConsentStatus } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';
import { dateTime, longDate } from './dates.ts';
import { daysUntil } from './days.ts';

/** When the first warning goes out. */
const soonDays = 60;

export function expiryWords(expiresOn: string | null, today: string): string {
  if (!expiresOn) return m.consent_no_expiry();
  const left = daysUntil(expiresOn, today);
  const date = longDate(expiresOn);
  if (left < 0) return m.consent_expired_on({ date });
  return left === 0 ? m.consent_expires_today({ date }) : m.consent_expires_in({ date, days: left });
}

export function expiresSoon(expiresOn: string | null, today: string): boolean {
  return expiresOn !== null && daysUntil(expiresOn, today) <= soonDays;
}

export const eventNames: Record<ConsentEventKind, () => string> = {
  EXPLAINED: m.consent_event_explained,
  SIGNED: m.consent_event_signed,
  SUBMITTED: m.consent_event_submitted,
  RETURNED: m.consent_event_returned,
  ACTIVATED: m.consent_event_activated,
  CATEGORIES_CHANGED: m.consent_event_categories_changed,
  WITHDRAWN: m.consent_event_withdrawn,
  SUPERSEDED: m.consent_event_superseded,
  EXPIRED: m.consent_event_expired,
  EXPIRY_WARNED: m.consent_event_expiry_warned,
};

export const channelNames: Record<ConsentChannel, () => string> = {
  OWN_ACCOUNT: m.consent_channel_own_account,
  IN_PERSON: m.consent_channel_in_person,
  PAPER: m.consent_channel_paper,
  TELEPHONE: m.consent_channel_telephone,
};

/** By which way somebody said so, and when, where that is another time than when it was entered. */
export const channelWords = (channel: ConsentChannel, receivedAt: string | null): string =>
  channel === 'TELEPHONE' && receivedAt
    ? m.consent_channel_at({ channel: channelNames[channel](), at: dateTime(receivedAt) })
    : channelNames[channel]();

export const statusNames: Record<Exclude<ConsentStatus, 'DRAFT'>, () => string> = {
  SUBMITTED: m.consent_status_submitted,
  RETURNED: m.consent_status_returned,
  ACTIVE: m.consent_status_active,
  WITHDRAWN: m.consent_status_withdrawn,
  SUPERSEDED: m.consent_status_superseded,
  EXPIRED: m.consent_status_expired,
};
