/** What the tabs of one browser know together: when somebody last touched any of them, and that one locked or left. */
import { newId } from '@heya/client/id';

/** LOCKED and OUT empty the other tabs too; BACK lets them go on. */
export type TabWord = 'LOCKED' | 'OUT' | 'BACK';

export interface SharedActivity {
  /** ms since 1970; undefined when nobody knows. */
  last(): number | undefined;
  touch(at: number): void;
  say(word: TabWord): void;
  /** @returns stops listening */
  hear(listener: (word: TabWord) => void): () => void;
}

const place = 'heya-last-input';
const words = new Set<unknown>(['LOCKED', 'OUT', 'BACK'] satisfies TabWord[]);
/** A channel brings a tab's words back to its other listeners: one's own are known by this. */
const self = newId();

/** The time is kept where a tab that slept finds it on waking; words go to the other tabs that are awake. */
export function sharedActivity(): SharedActivity {
  return {
    last: () => Number(localStorage.getItem(place)) || undefined,
    touch: (at) => localStorage.setItem(place, String(at)),
    say(word) {
      const channel = new BroadcastChannel('heya');
      channel.postMessage({ word, from: self });
      channel.close();
    },
    hear(listener) {
      const channel = new BroadcastChannel('heya');
      channel.onmessage = ({ data }: MessageEvent<{ word: unknown; from: unknown }>) => {
        if (data.from !== self && words.has(data.word)) listener(data.word as TabWord);
      };
      return () => channel.close();
    },
  };
}
