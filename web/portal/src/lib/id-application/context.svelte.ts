/** The application that the pages below /apply fill in together. */
import { createContext } from 'svelte';
import type { Faults } from './check.ts';
import { type ApplicationEntry, blankApplication } from './form.ts';
import { applicationPlace } from './kept.ts';
import { lasting, type Lasting } from './lasting.svelte.ts';

export interface Applying {
  readonly draft: Lasting<ApplicationEntry>;
  /** What the server said against it, by path, until it is sent again. */
  refused: Faults;
}

export const [getApplying, setApplying] = createContext<Applying>();

/** Call while a component is being set up. */
export function applying(): Applying {
  const draft = lasting(applicationPlace, blankApplication);
  let refused = $state.raw<Faults>({});
  return {
    draft,
    get refused() {
      return refused;
    },
    set refused(next) {
      refused = next;
    },
  };
}

export const stepCount = 8;
export const steps = { kind: 1, facility: 2, place: 3, contact: 4, people: 5, pledge: 6, check: 7, done: 8 } as const;
