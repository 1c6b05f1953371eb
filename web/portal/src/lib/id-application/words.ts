import type { IdChangeItem, IdChangeKind, IssueOutcome, MatchReason } from '@heya/client/generated/graphql';
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

export const changeKindNames: Record<IdChangeKind, () => string> = {
  NAME: m.change_kind_name,
  CONTACT: m.change_kind_contact,
  TRANSFER: m.change_kind_transfer,
  LEAVE: m.change_kind_leave,
  RETURN: m.change_kind_return,
  RETIRE: m.change_kind_retire,
  REISSUE: m.change_kind_reissue,
};

export const changeItemNames: Record<IdChangeItem, () => string> = {
  NAME: m.name,
  NAME_KANA: m.name_kana,
  EMAIL: m.apply_email,
  TITLE: m.apply_title,
  FACILITY: m.person_facility,
  ID: m.change_item_id,
  CREDENTIALS: m.change_item_credentials,
};
