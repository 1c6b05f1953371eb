/** What a device keeps of a form that was begun before there is an ID, for 30 days after the last change. */

const days = 30;

export const applicationPlace = 'heya-id-application';

interface Kept<T> {
  /** ms since 1970. */
  at: number;
  value: T;
}

export interface Keeper<T> {
  /** What lies there, if it is ours and not too old. */
  find(): Kept<T> | undefined;
  /** Writes what has changed; the empty form is removed. */
  keep(value: T): void;
  drop(): void;
}

/** @param initial what an empty form holds; new fields of a later version are filled from it */
export function keeper<T extends object>(place: string, initial: () => T): Keeper<T> {
  const empty = JSON.stringify(initial());
  let known = empty;
  return {
    find() {
      const kept = readKept<T>(place);
      const found = kept && { ...kept, value: { ...initial(), ...kept.value } };
      known = found ? JSON.stringify(found.value) : empty;
      return found;
    },
    keep(value) {
      const text = JSON.stringify(value);
      if (text === known) return;
      known = text;
      if (text === empty) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>));
    },
    drop() {
      known = empty;
      localStorage.removeItem(place);
    },
  };
}

/** Call whenever the portal is opened: a device does not keep it for ever because nobody comes back to the form. */
export const dropExpired = (place: string): void => void readKept(place);

/** Too old, or not ours: gone. */
function readKept<T>(place: string): Kept<T> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept<T> | null;
    if (kept && Date.now() - kept.at < days * 24 * 60 * 60 * 1000) return kept;
  } catch {
    // Unreadable: as good as nothing.
  }
  localStorage.removeItem(place);
  return undefined;
}
