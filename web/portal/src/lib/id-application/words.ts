import type { IssueOutcome, MatchReason } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export const matchWords: Record<MatchReason, () => string> = {
  ACCOUNT_NAME: m.match_account_name,
  LICENCE: m.match_licence,
  BIRTH_DATE: m.birth_date,
  EMAIL: m.apply_email,
  NAME: m.name,
  KANA: m.name_kana,
};

export const outcomeNames: Record<IssueOutcome, () => string> = {
  CREATED: m.outcome_created,
  REISSUED: m.outcome_reissued,
  LINKED: m.outcome_linked,
  PROPOSED: m.outcome_proposed,
  DECLINED: m.outcome_declined,
};
