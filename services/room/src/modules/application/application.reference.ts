import type { RoomContext } from '../platform/index.ts';
import { loadApplication } from './application.access.ts';
import { toApplication } from './application.mapper.ts';
import type { RoomApplicationType } from './application.type.ts';

export async function resolveApplication({ id }: { id: string }, context: RoomContext): Promise<RoomApplicationType | null> {
  const row = await loadApplication(context, id);
  return row && toApplication(row, context);
}
