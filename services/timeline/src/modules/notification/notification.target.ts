/** Where a notification leads. Pure. */
import type { NotificationKind } from './notification.policy.ts';

export type TargetType =
  | 'Post'
  | 'Room'
  | 'RoomMembership'
  | 'RoomApplication'
  | 'IdApplication'
  | 'Consent'
  | 'WeeklyCheck'
  | 'DormancyReview'
  | 'SafetyCheck'
  | 'Viewer';

export interface Leading {
  kind: NotificationKind;
  targetType: TargetType;
  targetId: string;
  roomId: string | null;
  /** The consent shows the room's posts to this reader now. */
  isOpen: boolean;
}

/** A post that the consent no longer shows leads to its room, which says why. */
export function targetOf({ targetType, targetId, roomId, isOpen }: Leading): { __typename: TargetType; id: string } {
  return targetType === 'Post' && !isOpen && roomId ? { __typename: 'Room', id: roomId } : { __typename: targetType, id: targetId };
}

/** @returns the portal's screen, as a path */
export function linkOf(leading: Leading): string {
  const { __typename: type, id } = targetOf(leading);
  const room = leading.roomId && `/rooms/${leading.roomId}`;
  if (type === 'Post') return `${room}#post-${id}`;
  if (type === 'Room') return `/rooms/${id}`;
  if (type === 'SafetyCheck') return `/safety/${id}`;
  if (type === 'Viewer') return '/account/sessions';
  if (type === 'WeeklyCheck') return `${room}/check`;
  if (type === 'Consent' && room) return `${room}/consent`;
  if (type === 'DormancyReview' && room) return room;
  return '/home';
}
