/** What was typed stays after an error or a reload of the page; it leaves with the tab, the sign-out or the sending. */
import { onMount } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { draftKey, draftNames } from './wipe.ts';

export interface Draft<T extends object> {
  /** Bind fields to this. */
  value: T;
  clear(): void;
}

/** Names of what waits in this tab; filled in the browser only, since the server has no tab. */
const waiting = new SvelteSet<string>();

/** Whether something was begun under this name and not sent. */
export const hasDraft = (name: string): boolean => waiting.has(name);

/** Call while setting up a component that asks `hasDraft`: what was begun before this page was opened is found too, what was wiped is not. */
export function findDrafts(): void {
  onMount(() => {
    waiting.clear();
    draftNames().forEach((name) => waiting.add(name));
  });
}

/**
 * A form's values, kept in this tab. Call while a component is being set up; a page about somebody else is a new component.
 * @param name asked for once
 * @param initial what an empty form holds; new fields of a later version are filled from it
 */
export function draft<T extends object>(name: () => string, initial: () => T): Draft<T> {
  const own = name();
  let value = $state<T>(initial());
  let restored = $state(false);

  onMount(() => {
    const kept = sessionStorage.getItem(draftKey(own));
    if (kept) value = { ...initial(), ...(JSON.parse(kept) as T) };
    restored = true;
  });

  $effect(() => {
    const text = JSON.stringify(value);
    if (!restored) return;
    if (text === JSON.stringify(initial())) forget(own);
    else keep(own, text);
  });

  return {
    get value() {
      return value;
    },
    set value(next) {
      value = next;
    },
    clear() {
      value = initial();
      forget(own);
    },
  };
}

function keep(name: string, text: string): void {
  sessionStorage.setItem(draftKey(name), text);
  waiting.add(name);
}

function forget(name: string): void {
  sessionStorage.removeItem(draftKey(name));
  waiting.delete(name);
}
