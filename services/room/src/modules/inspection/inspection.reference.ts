import type { RoomContext } from '../platform/index.ts';
import { inspectionLoaders } from './inspection.access.ts';
import { toInspection } from './inspection.mapper.ts';
import type { RoomInspectionType } from './inspection.type.ts';

export async function resolveInspection({ id }: { id: string }, context: RoomContext): Promise<RoomInspectionType | null> {
  const row = await inspectionLoaders(context).byId.load(id);
  return row && toInspection(row, context.viewer);
}
