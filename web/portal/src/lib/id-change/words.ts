import type { IdChangeKind } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

/** When each kind is the right one. */
export const changeKindHelp: Record<IdChangeKind, () => string> = {
  NAME: m.change_of_name_help,
  CONTACT: m.change_of_contact_help,
  TRANSFER: m.change_of_place_help,
  LEAVE: m.change_leave_help,
  RETURN: m.change_return_help,
  RETIRE: m.change_retire_help,
  REISSUE: m.change_reissue_help,
};

export const isChangeKind = (text: string | null): text is IdChangeKind => text !== null && Object.hasOwn(changeKindHelp, text);
