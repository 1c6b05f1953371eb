import { createContext } from 'svelte';
import type { Practice, PracticeViewer } from './practice-room.ts';

interface OpenPractice {
  readonly viewer: PracticeViewer;
  state: Practice;
  /** Everything as it was found. */
  startOver(): void;
}

/** The practice room, for the pages below its layout. */
export const [getPractice, setPractice] = createContext<OpenPractice>();
