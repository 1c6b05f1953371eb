/** Reading posts that were brought along: by their class and audience, each page in the record (R10, R32). */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { RoomContext } from '../platform/index.ts';
import { type PostRow, selectPosts } from './bring-in.repository.ts';

export interface PostsQuestion {
  first: number;
  after?: string | null | undefined;
}

/** What is not open to the viewer is not there: row-level security asks of each post by class and audience. */
export async function listBroughtPosts(
  context: RoomContext,
  roomId: string,
  { first, after }: PostsQuestion,
): Promise<Connection<PostRow>> {
  const kind = `room.broughtPosts:${roomId}`;
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after) as [string, string] | undefined;
  return context.read(async (tx) => {
    const rows = isId(roomId) ? await selectPosts(tx, { roomId, after: position, limit: size + 1 }) : [];
    const [row] = rows;
    if (row)
      await audit(tx, context, {
        authority: row.authority,
        action: 'VIEW',
        categories: ['DAILY_CONDITION'],
        subjectType: 'BroughtPost',
        subjectId: roomId,
        roomId,
        patientId: row.patient_id,
      });
    return toConnection({
      seal: context.cursors,
      kind,
      rows,
      size,
      continued: position !== undefined,
      position: ({ observed_at, source_id }) => [observed_at, source_id],
    });
  });
}
