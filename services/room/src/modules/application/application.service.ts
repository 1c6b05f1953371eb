import { isId } from '@heya/service-common/id';
import DataLoader from 'dataloader';
import type { RoomContext } from '../platform/index.ts';
import { selectChangeable, selectOfRoom, selectOwnApplications } from './application.repository.ts';

const ownLimit = 100;

/** @returns ids of the viewer's own applications, newest first */
export async function listOwnApplications(context: RoomContext): Promise<string[]> {
  return context.read((tx) => selectOwnApplications(tx, ownLimit));
}

/** @returns ids of what was filed about a room, for who may see it, newest first */
export const listOfRoom = (context: RoomContext, roomId: string): Promise<string[]> => context.read((tx) => selectOfRoom(tx, roomId));

const changeable = new WeakMap<RoomContext, DataLoader<string, boolean>>();

/** Whether the viewer may ask for a change of the room now (R14): one statement for all rooms an operation asks about. */
export function canApplyChange(context: RoomContext, roomId: string): Promise<boolean> {
  const known = changeable.get(context);
  const loader =
    known ??
    new DataLoader<string, boolean>(async (ids) => {
      const found = await context.read((tx) => selectChangeable(tx, ids.filter(isId)));
      return ids.map((id) => found.has(id));
    });
  if (!known) changeable.set(context, loader);
  return loader.load(roomId);
}
