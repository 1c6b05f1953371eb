/** What a notification leads to. */
export const targetTypes = [
  'Post',
  'Room',
  'RoomMembership',
  'RoomApplication',
  'IdApplication',
  'Consent',
  'WeeklyCheck',
  'DormancyReview',
  'SafetyCheck',
  'Viewer',
] as const;
export type TargetType = (typeof targetTypes)[number];
