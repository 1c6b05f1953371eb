/** The ask of a post, and how it stands. */
import DataLoader from 'dataloader';
import { look, permit, perRequest, type TimelineRequest } from '../access/index.ts';
import { type AskRow, findAsks } from './ask.repository.ts';

const asks = perRequest(
  (context) =>
    new DataLoader<string, AskRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = new Map((await findAsks(tx, ids)).map((row) => [row.postId, row]));
        const value = ids.map((id) => permit(context, rows.get(id), rows.get(id)?.audience));
        return { value, rooms: value.filter((row) => row !== null) };
      }),
    ),
);

/** @returns null for a post that asks nothing */
export const askOf = async (context: TimelineRequest, { id, hasAsk }: { id: string; hasAsk: boolean }): Promise<AskRow | null> =>
  hasAsk ? asks(context).load(id) : null;

/** What was read of it in this request is read anew. */
export const forgetAsk = (context: TimelineRequest, postId: string): unknown => asks(context).clear(postId);
