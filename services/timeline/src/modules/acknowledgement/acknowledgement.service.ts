/** Saying 了解, who has, and who still owes it (R23). */
import { audit } from '@heya/service-common/audit';
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import DataLoader from 'dataloader';
import { look, permit, perRequest, requirePerson, timelineClass, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, getPost, inWords, type OwnWords, type PostProblem, type PostRow, roomStream, takePost } from '../post/index.ts';
import { type AcknowledgementRow, findAcknowledgements, findAwaiting, insertAcknowledgement } from './acknowledgement.repository.ts';

export interface Acknowledged {
  post: PostRow | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

/** Once a person and post, however often it is pressed. */
export async function acknowledge(context: TimelineRequest, postId: string): Promise<Acknowledged> {
  requirePerson(context);
  const problems = await context.write((tx) => press(tx, context, postId));
  return { post: problems.length === 0 ? await getPost(context, postId) : null, userErrors: inWords(context, problems, words) };
}

const words: OwnWords = () => ({
  FORBIDDEN: { ja: '了解を押せるのは、書いた本人のほかの参加者です。', en: '了解 is said by members other than the writer.' },
});

async function press(tx: Em, context: TimelineRequest, postId: string): Promise<PostProblem[]> {
  const { userId, labels } = requirePerson(context);
  const post = await takePost(tx, context, postId);
  if (!post) return [problem('NOT_FOUND', ['id'])];
  // Whoever only looks in leaves no trace of their own; who wrote it has nothing to take in.
  if (post.authority !== 'MEMBERSHIP' || post.authorId === userId) return [problem('FORBIDDEN', ['id'])];
  if (post.retractedAt) return [problem('INVALID_STATE', ['id'])];
  const { id, roomId, patientId, districtId, audience } = post;
  if (await insertAcknowledgement(tx, post, { userId, userName: labels.name }))
    await emit(tx, 'timeline.readSummaryChanged', roomStream(roomId), { postId: id, roomId, audience });
  await audit(tx, context, {
    authority: post.authority,
    action: 'CREATE',
    categories: [timelineClass],
    subjectType: 'Acknowledgement',
    subjectId: id,
    roomId,
    patientId,
    districtId,
  });
  return [];
}

const pressed = perRequest(
  (context) =>
    new DataLoader<string, AcknowledgementRow[]>((ids) =>
      look(context, async (tx) => {
        const rows = (await findAcknowledgements(tx, ids)).flatMap((row) => permit(context, row, row.audience) ?? []);
        const byPost = Map.groupBy(rows, ({ postId }) => postId);
        return { value: ids.map((id) => byPost.get(id) ?? []), rooms: rows };
      }),
    ),
);

export const acknowledgementsOf = (context: TimelineRequest, { id }: PostRow): Promise<AcknowledgementRow[]> => pressed(context).load(id);

const list = 'awaiting acknowledgement';

/** @returns what asks this person for 了解, newest first */
export async function listAwaiting(context: TimelineRequest, first: number, after: string | null): Promise<Connection<PostRow>> {
  const { userId } = requirePerson(context);
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, list, after) as [number, string] | undefined;
  const places = await context.read((tx) => findAwaiting(tx, userId, position, size + 1));
  const rows = (await Promise.all(places.map(({ id }) => getPost(context, id)))).filter((row) => row !== null);
  const at = new Map(places.map((place) => [place.id, place.createdAt.getTime()]));
  return toConnection({
    seal: context.cursors,
    kind: list,
    rows,
    size,
    continued: after !== null,
    totalCount: null,
    position: ({ id }) => [at.get(id) ?? 0, id],
  });
}
