import type { RoomContext } from '../platform/index.ts';
import { dormancyLoaders } from './dormancy.access.ts';
import { toReview } from './dormancy.mapper.ts';
import type { DormancyReviewType } from './dormancy.type.ts';

export async function resolveDormancyReview({ id }: { id: string }, context: RoomContext): Promise<DormancyReviewType | null> {
  const row = await dormancyLoaders(context).byId.load(id);
  return row && toReview(row, context);
}
