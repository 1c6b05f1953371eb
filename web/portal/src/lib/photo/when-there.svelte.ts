/** A post that goes with photos: pressed before the last one was brought, it goes as soon as that is. Call while setting up a page. */
import { areThere, isStuck, type PhotoDraft, usable } from './photo-draft.ts';

export interface WhenThere {
  readonly isWaiting: boolean;
  /** Now, or when all are there; not when one cannot be brought: its card says so. */
  send(): void;
}

/** @param send what goes then */
export function whenThere(photos: () => readonly PhotoDraft[], send: () => void): WhenThere {
  let isWaiting = $state(false);

  $effect(() => {
    if (!isWaiting) return;
    const own = usable(photos());
    if (!areThere(own) && !isStuck(own)) return;
    isWaiting = false;
    if (areThere(own)) send();
  });

  return {
    get isWaiting() {
      return isWaiting;
    },
    send() {
      if (areThere(usable(photos()))) send();
      else isWaiting = true;
    },
  };
}
