/** How long a consent is in force, in words (R9). */
import { m } from '#paraglide/messages.js';
import { longDate } from './dates.ts';
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
