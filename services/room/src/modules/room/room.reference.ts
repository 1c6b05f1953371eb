import type { RoomContext } from '../platform/index.ts';
import { roomLoaders } from './room.access.ts';
import { toRoom } from './room.mapper.ts';
import type { RoomType } from './room.type.ts';

export async function resolveRoom({ id }: { id: string }, context: RoomContext): Promise<RoomType | null> {
  const row = await roomLoaders(context).byId.load(id);
  return row && toRoom(row, context.viewer);
}
