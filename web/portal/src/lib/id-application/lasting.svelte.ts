/**
 * What is typed before there is an ID stays on this device, beyond a closed browser, until it is sent or deleted (issue 4):
 * nobody is signed in whose session could end. Nothing about patients is asked here.
 */
import { onMount } from 'svelte';

const days = 30;

interface Kept<T> {
  /** ms since 1970. */
  at: number;
  value: T;
}

export interface Lasting<T extends object> {
  /** Bind fields to this. */
  value: T;
  /** When what was found here had been written, ms since 1970; undefined: nothing was found. */
  readonly foundFrom: number | undefined;
  /** Whether this device has been asked what it keeps. */
  readonly ready: boolean;
  clear(): void;
}

/** Call while a component is being set up. @param initial what an empty form holds; new fields of a later version are filled from it */
export function lasting<T extends object>(place: string, initial: () => T): Lasting<T> {
  let value = $state<T>(initial());
  let foundFrom = $state<number>();
  let ready = $state(false);

  onMount(() => {
    const kept = read<T>(place);
    if (kept) [value, foundFrom] = [{ ...initial(), ...kept.value }, kept.at];
    ready = true;
  });

  $effect(() => {
    const text = JSON.stringify(value);
    if (!ready) return;
    if (text === JSON.stringify(initial())) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>));
  });

  return {
    get value() {
      return value;
    },
    set value(next) {
      value = next;
    },
    get foundFrom() {
      return foundFrom;
    },
    get ready() {
      return ready;
    },
    clear() {
      [value, foundFrom] = [initial(), undefined];
      localStorage.removeItem(place);
    },
  };
}

/** Too old, or not ours: gone. */
function read<T>(place: string): Kept<T> | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept<T> | null;
    if (kept && Date.now() - kept.at < days * 24 * 60 * 60 * 1000) return kept;
  } catch {
    // Unreadable: as good as nothing.
  }
  localStorage.removeItem(place);
  return undefined;
}
