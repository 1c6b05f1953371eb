/** Kinds of notification in the words of the settings, in the order of the screen. */
import type { NotificationKind } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export interface KindWords {
  kind: NotificationKind;
  label: () => string;
  help?: () => string;
}

/** Whom a kind can reach: patient and family are never told of the others. */
const everybodysKinds: readonly KindWords[] = [
  { kind: 'POST', label: m.notify_kind_post, help: m.notify_kind_post_help },
  { kind: 'MENTION', label: m.notify_kind_mention },
  { kind: 'REPLY', label: m.notify_kind_reply },
  { kind: 'ACKNOWLEDGEMENT_REQUESTED', label: m.notify_kind_acknowledgement },
  { kind: 'VITALS_OUT_OF_RANGE', label: m.notify_kind_vitals },
  { kind: 'ASK_OVERDUE', label: m.notify_kind_ask_overdue },
  { kind: 'ROOM_INVITATION', label: m.notify_kind_invitation },
  { kind: 'MEMBERSHIP_CHANGED', label: m.notify_kind_membership },
];
const professionalsKinds: readonly KindWords[] = [
  { kind: 'WEEKLY_CHECK_DUE', label: m.notify_kind_weekly },
  { kind: 'APPLICATION_UPDATED', label: m.notify_kind_application },
  { kind: 'CONSENT_CHANGED', label: m.notify_kind_consent },
];
const lastKinds: readonly KindWords[] = [{ kind: 'DORMANCY_REVIEW', label: m.notify_kind_dormancy }];

/** What stands in everybody's feed, and may come by mail besides. */
export const alwaysTold: readonly KindWords[] = [
  { kind: 'URGENT_POST', label: m.mail_kind_urgent },
  { kind: 'SAFETY_CHECK', label: m.mail_kind_safety },
  { kind: 'SECURITY', label: m.mail_kind_security },
];

export const kindsFor = (userKind: string): readonly KindWords[] =>
  userKind === 'PATIENT' || userKind === 'FAMILY'
    ? [...everybodysKinds, ...lastKinds]
    : [...everybodysKinds, ...professionalsKinds, ...lastKinds];
