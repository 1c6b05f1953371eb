/** How the outcome of a weekly check is said. */
import type { WeeklyCheckOutcome } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

const outcomes: Record<WeeklyCheckOutcome, () => string> = {
  ALL_GOOD: m.weekly_good,
  REMINDED_MEMBERS: m.weekly_reminded,
  REFERRED_TO_CENTER: m.weekly_referred,
};

export const outcomeWords = (outcome: WeeklyCheckOutcome | null): string => (outcome ? outcomes[outcome]() : m.weekly_unsigned());
