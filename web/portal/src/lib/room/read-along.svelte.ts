/** What pages of a room have loaded beside its frame. */
import { untrack } from 'svelte';
import type { RoomState } from './room-state.svelte.ts';

/**
 * Reads that again whenever the room tells of a change (R26). Call while setting up a component.
 * @param again reads it
 * @param mark of what was told last
 */
export function readAlong(
  room: () => RoomState,
  again: () => unknown,
  mark: (room: RoomState) => string | null | undefined = ({ frame }) => frame?.changeCursor,
): void {
  const look = (): { state: RoomState; cursor: string | null | undefined } => ({ state: room(), cursor: mark(room()) });
  let known = untrack(look);
  $effect(() => {
    const now = look();
    // Another state of the room came with everything that its page loads.
    const isTold = now.state === known.state && Boolean(now.cursor) && now.cursor !== known.cursor;
    known = now;
    if (isTold) untrack(() => void again());
  });
}
