/** Whom the steward may want to speak to this week: who has not read for a week, or not read what is important (R15). Pure. */
import type { MemberFragment } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export interface ToCall {
  id: string;
  name: string;
  /** In words. */
  reasons: string[];
  /** Whom to ask for an answer; null: not on the care team, or oneself. */
  userId: string | null;
}

interface Known {
  members: readonly MemberFragment[];
  /** As it is now. */
  unread: readonly { id: string; unreadImportantCount: number | null }[];
  /** The reader's own membership. */
  ownId: string | undefined;
  /** When the week began that is looked at. */
  since: number;
}

export const peopleToCall = ({ members, unread, ownId, since }: Known): ToCall[] =>
  members.flatMap(({ id, displayName: name, user, role, status, lastReadAt }) => {
    if (status !== 'ACTIVE') return [];
    const count = unread.find((other) => other.id === id)?.unreadImportantCount ?? 0;
    const isSilent = role === 'CARE_TEAM' && !(lastReadAt && Date.parse(lastReadAt) >= since);
    const reasons = [...(count > 0 ? [m.weekly_unread_count({ count })] : []), ...(isSilent ? [m.weekly_silent()] : [])];
    const userId = role === 'CARE_TEAM' && id !== ownId ? (user?.id ?? null) : null;
    return reasons.length > 0 ? [{ id, name, reasons, userId }] : [];
  });
