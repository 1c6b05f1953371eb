/** The facts of a visit beside their post. */
import DataLoader from 'dataloader';
import { look, permit, perRequest, type TimelineRequest } from '../access/index.ts';
import { findVisitsOf, type VisitRow } from './visit.repository.ts';

const visits = perRequest(
  (context) =>
    new DataLoader<string, VisitRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = await findVisitsOf(tx, ids);
        const value = ids.map((id) => {
          const row = rows.find(({ postId }) => postId === id);
          return permit(context, row, row?.audience);
        });
        return { value, rooms: value.filter((row) => row !== null) };
      }),
    ),
);

/** @returns null for a post without one */
export const visitOf = (context: TimelineRequest, postId: string): Promise<VisitRow | null> => visits(context).load(postId);
