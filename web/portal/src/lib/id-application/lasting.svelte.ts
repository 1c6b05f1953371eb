/**
 * What is typed before there is an ID stays on this device, beyond a closed browser, until it is sent or deleted (issue 4):
 * nobody is signed in whose session could end. Nothing about patients is asked here.
 */
import { onMount } from 'svelte';
import { keeper } from './kept.ts';

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
  const kept = keeper(place, initial);
  let value = $state<T>(initial());
  let foundFrom = $state<number>();
  let ready = $state(false);

  onMount(() => {
    const found = kept.find();
    if (found) [value, foundFrom] = [found.value, found.at];
    ready = true;
  });

  $effect(() => {
    if (ready) kept.keep(value);
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
      kept.drop();
    },
  };
}
