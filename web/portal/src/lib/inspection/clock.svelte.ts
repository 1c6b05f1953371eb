import { onMount } from 'svelte';

/** The time, moving on by itself. Call while a component is being set up. */
export function tickingClock(everyMs = 1_000): { readonly now: number } {
  let now = $state(Date.now());
  onMount(() => {
    const timer = setInterval(() => (now = Date.now()), everyMs);
    return () => clearInterval(timer);
  });
  return {
    get now() {
      return now;
    },
  };
}
