import type { RoomContext } from '../platform/index.ts';
import { weeklyCheckLoaders } from './weekly-check.access.ts';
import { toWeeklyCheck } from './weekly-check.mapper.ts';
import type { WeeklyCheckType } from './weekly-check.type.ts';

export async function resolveWeeklyCheck({ id }: { id: string }, context: RoomContext): Promise<WeeklyCheckType | null> {
  const row = await weeklyCheckLoaders(context).byId.load(id);
  return row && toWeeklyCheck(row, context.viewer);
}
