/** When signing keys come and go. Pure: the clock is given. */

const dayMs = 86_400_000;

export interface KeyTimes {
  kid: string;
  signsFrom: Date;
}

export interface KeyPlan {
  /** Signs now. Undefined only before the first key exists. */
  current: string | undefined;
  /** All that are published, the current one first: the next one ahead of its time, earlier ones while what they signed may live. */
  published: string[];
  /** Start times of keys that must be made. */
  missing: Date[];
  /** Nothing they signed can still be valid. */
  expired: string[];
}

/** How long an earlier key stays published: longer than any token, and than any cache of the key set. */
export const retentionMs = dayMs;

/**
 * @param rotationDays how long one key signs
 * @returns who signs, who is published, what is to be made or thrown away
 */
export function planKeys(keys: readonly KeyTimes[], { now, rotationDays }: { now: Date; rotationDays: number }): KeyPlan {
  const ordered = keys.toSorted((a, b) => b.signsFrom.getTime() - a.signsFrom.getTime());
  const next = ordered.filter(({ signsFrom }) => signsFrom > now);
  const [current, ...earlier] = ordered.filter(({ signsFrom }) => signsFrom <= now);
  // A key stops signing when its successor starts; from then on it only verifies.
  const kept = earlier.filter((_, index) => now.getTime() - stoppedAt(index, earlier, current) <= retentionMs);
  return {
    current: current?.kid,
    published: [...(current ? [current] : []), ...next, ...kept].map(({ kid }) => kid),
    missing: missingStarts(current, next, now, rotationDays * dayMs),
    expired: earlier.filter((key) => !kept.includes(key)).map(({ kid }) => kid),
  };
}

function stoppedAt(index: number, earlier: readonly KeyTimes[], current: KeyTimes | undefined): number {
  const successor = index === 0 ? current : earlier[index - 1];
  return successor?.signsFrom.getTime() ?? Number.NEGATIVE_INFINITY;
}

/** There is always a key that signs and one that is known before it signs. */
function missingStarts(current: KeyTimes | undefined, next: readonly KeyTimes[], now: Date, rotationMs: number): Date[] {
  const start = current?.signsFrom ?? now;
  const successor = new Date(Math.max(start.getTime() + rotationMs, now.getTime() + retentionMs));
  return [...(current ? [] : [now]), ...(next.length > 0 ? [] : [successor])];
}
