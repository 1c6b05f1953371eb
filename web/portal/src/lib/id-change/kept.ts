/** Where a form 2-2 that was begun lies on this device, beyond a closed browser: one for each person and facility, gone at sign-out. */
const prefix = 'heya-id-change:';

export const changePlace = (userId: string, facilityId: string): string => `${prefix}${userId}:${facilityId}`;

/** Of whoever signs out, or of everybody but this person on a device that several use. */
export function wipeChanges(except?: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(prefix) && !(except && key.startsWith(`${prefix}${except}:`))) localStorage.removeItem(key);
}
