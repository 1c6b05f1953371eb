import type { RosterAnswer, SecondFactor } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export const factorNames: Record<SecondFactor, () => string> = {
  PASSKEY: m.factor_passkey,
  APP: m.factor_app,
  NONE: m.factor_none,
};

export const answerNames: Record<RosterAnswer, () => string> = {
  PRESENT: m.roster_present,
  LEFT: m.roster_left,
  CHANGED: m.roster_changed,
};

/** Why an ID is stopped at once; whoever has another reason writes it. */
export const stopReasons = {
  LEFT: m.stop_reason_left,
  LOST: m.stop_reason_lost,
  SHARED: m.stop_reason_shared,
  OTHER: m.stop_reason_other,
} as const;
export type StopReason = keyof typeof stopReasons;
