/** Holding a post at the top of its room, for everybody who may see it (R22). */
import { auditAll } from '@heya/service-common/audit';
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { findStanding, perRequest, requirePerson, seeRoom, type TimelineRequest } from '../access/index.ts';
import {
  emitPostChanged,
  type ErrorCode,
  getPost,
  inWords,
  lineOf,
  lockPost,
  type OwnWords,
  type PostProblem,
  type PostRow,
  takePost,
} from '../post/index.ts';
import { findPinned, setPin } from './pin.repository.ts';

/** More would push the day's posts out of sight. */
const mostPins = 10;

export interface PinOutcome {
  post: PostRow | null;
  room: { id: string } | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

export async function pinPost(context: TimelineRequest, postId: string, pinned: boolean): Promise<PinOutcome> {
  requirePerson(context);
  const problems = await context.write((tx) => turn(tx, context, postId, pinned));
  const post = problems.length === 0 ? await getPost(context, postId) : null;
  return { post, room: post && { id: post.roomId }, userErrors: inWords(context, problems, words) };
}

const words: OwnWords = () => ({
  FORBIDDEN: { ja: '固定できるのは職員だけです。', en: 'Only the care team pins posts.' },
  TOO_LONG: {
    ja: '固定できるのは{max}件までです。どれかを外してください。',
    en: 'At most {max} posts are pinned. Please let one go first.',
  },
});

/** The care team's alone: what stands at the top stands there for all. */
async function turn(tx: Em, context: TimelineRequest, postId: string, pinned: boolean): Promise<PostProblem[]> {
  const { userId, labels } = requirePerson(context);
  const post = await takePost(tx, context, postId);
  if (!post) return [problem('NOT_FOUND', ['id'])];
  if ((await findStanding(tx, post.roomId))?.role !== 'CARE_TEAM') return [problem('FORBIDDEN', ['pinned'])];
  if (!post.isWritable) return [problem('ROOM_CLOSED', ['id'])];
  if (pinned && post.retractedAt) return [problem('INVALID_STATE', ['id'])];
  // Two people pinning at once count each other.
  await lockPost(tx, post.roomId);
  if (pinned && (await findPinned(tx, [post.roomId])).filter((each) => each.postId !== post.id).length >= mostPins)
    return [problem('TOO_LONG', ['pinned'], { max: mostPins })];
  await auditAll(tx, context, [lineOf(post, 'UPDATE')]);
  if (await setPin(tx, post, pinned, { userId, userName: labels.name })) await emitPostChanged(tx, post);
  return [];
}

const ofRooms = perRequest(
  (context) =>
    new DataLoader<string, string[]>(async (ids) => {
      const rows = Map.groupBy(await context.read((tx) => findPinned(tx, ids)), ({ roomId }) => roomId);
      return ids.map((id) => (rows.get(id) ?? []).map(({ postId }) => postId));
    }),
);

/** @returns null when this person may not see the room */
export async function pinnedPosts(context: TimelineRequest, roomId: string): Promise<PostRow[] | null> {
  if (!(await seeRoom(context, roomId))) return null;
  const ids = await ofRooms(context).load(roomId);
  return (await Promise.all(ids.map((id) => getPost(context, id)))).filter((post) => post !== null);
}
