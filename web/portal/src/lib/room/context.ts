import { createContext } from 'svelte';
import type { RoomState } from './room-state.svelte.ts';

/** The open room, for the pages below its layout. */
export const [getRoom, setRoom] = createContext<() => RoomState>();
