/** An officer's look ends with its time (R18): the screen is emptied then, without asking anybody. */
import type { RoomState } from '#lib/room/room-state.svelte.ts';
import { wipeServerData } from '#lib/wipe.ts';
import { runningLook } from './look.ts';

/** Starts waiting; the result stops it. */
export function followLook(room: RoomState): () => void {
  const look = runningLook(room.frame?.inspections ?? [], Date.now());
  const left = look ? Date.parse(look.expiresAt) - Date.now() : 0;
  const timer = setTimeout(() => endLook(room), left);
  return () => clearTimeout(timer);
}

export function endLook(room: RoomState): void {
  room.close('LOOKED');
  wipeServerData();
}
