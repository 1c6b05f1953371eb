/** What was typed stays after an error or a reload of the page; it leaves with the tab, the sign-out or the sending. */
import { onMount } from 'svelte';
import { draftKey } from './wipe.ts';

export interface Draft<T extends object> {
  /** Bind fields to this. */
  value: T;
  clear(): void;
}

/**
 * A form's values, kept in this tab. Call while a component is being set up; a page about somebody else is a new component.
 * @param name asked for once
 * @param initial what an empty form holds; new fields of a later version are filled from it
 */
export function draft<T extends object>(name: () => string, initial: () => T): Draft<T> {
  const key = draftKey(name());
  let value = $state<T>(initial());
  let restored = $state(false);

  onMount(() => {
    const kept = sessionStorage.getItem(key);
    if (kept) value = { ...initial(), ...(JSON.parse(kept) as T) };
    restored = true;
  });

  $effect(() => {
    const text = JSON.stringify(value);
    if (!restored) return;
    if (text === JSON.stringify(initial())) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
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
      sessionStorage.removeItem(key);
    },
  };
}
