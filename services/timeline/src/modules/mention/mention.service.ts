/** Who is named in a text. */
import DataLoader from 'dataloader';
import { look, permit, perRequest, type TimelineRequest } from '../access/index.ts';
import { findMentions, type MentionRow } from './mention.repository.ts';

const mentions = perRequest(
  (context) =>
    new DataLoader<string, MentionRow[]>((ids) =>
      look(context, async (tx) => {
        const rows = (await findMentions(tx, ids)).flatMap((row) => permit(context, row, row.audience) ?? []);
        const byPost = Map.groupBy(rows, ({ postId }) => postId);
        return { value: ids.map((id) => byPost.get(id) ?? []), rooms: rows };
      }),
    ),
);

interface Named {
  id: string;
  textVersion: number;
  /** In any version; most posts name nobody. */
  hasMentions: boolean;
}

/** @returns those of the text as it stands in this version */
export async function mentionsOf(context: TimelineRequest, { id, textVersion, hasMentions }: Named): Promise<MentionRow[]> {
  if (!hasMentions) return [];
  return (await mentions(context).load(id)).filter(({ version }) => version === textVersion);
}
