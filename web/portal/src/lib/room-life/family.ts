/** An invitation on paper: how its states are said, and how its birth date is checked before anything is sent. */
import type { FamilyInvitationRowFragment } from '@heya/client/generated/graphql';
import { dayInJapan } from '#lib/format/dates.ts';
import { type EraDate, type EraProblem, toIsoDate } from '#lib/format/era.ts';
import { m } from '#paraglide/messages.js';

export const stateNames: Record<FamilyInvitationRowFragment['state'], () => string> = {
  OPEN: m.family_state_open,
  ACCEPTED: m.family_state_accepted,
  CANCELLED: m.family_state_cancelled,
  LOCKED: m.family_state_locked,
  CONSENT_ENDED: m.family_state_consent_ended,
  EXPIRED: m.family_state_expired,
};

const words: Record<EraProblem, () => string> = {
  MISSING: m.birth_missing,
  NOT_A_DATE: m.birth_not_a_date,
  OUTSIDE_ERA: m.birth_outside_era,
  FUTURE: m.birth_future,
  TOO_LONG_AGO: m.birth_too_long_ago,
};

export const noBirth = (): EraDate => ({ era: 'SHOWA', year: '', month: '', day: '' });

/** ISO calendar day, or what is wrong with it. */
export function birthOf(entry: EraDate): { iso: string } | { words: string } {
  const found = toIsoDate(entry, dayInJapan());
  return 'iso' in found ? found : { words: words[found.problem]() };
}
