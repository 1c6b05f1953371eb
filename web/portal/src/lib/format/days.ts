/** @returns whole calendar days from one day to another, both YYYY-MM-DD; negative when it is past */
export function daysUntil(day: string, from: string): number {
  return Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000);
}
