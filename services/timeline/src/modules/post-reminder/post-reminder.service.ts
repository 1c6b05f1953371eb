/** Telling a post again to whom it has not reached (R22). */
import { auditAll } from '@heya/service-common/audit';
import { problem, type UserErrorShape } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { emit } from '@heya/service-common/outbox';
import DataLoader from 'dataloader';
import { look, permit, perRequest, requirePerson, type TimelineRequest } from '../access/index.ts';
import { type ErrorCode, getPost, inWords, lineOf, type PostProblem, type PostRow, takePost } from '../post/index.ts';
import { minutesLeft, reminderRefusal } from './post-reminder.policy.ts';
import { findReminders, insertReminder, type ReminderRow } from './post-reminder.repository.ts';
import { refusalProblem, reminderWords } from './post-reminder.words.ts';

export interface Reminded {
  post: PostRow | null;
  userErrors: UserErrorShape<ErrorCode>[];
}

const reminders = perRequest(
  (context) =>
    new DataLoader<string, ReminderRow | null>((ids) =>
      look(context, async (tx) => {
        const rows = new Map((await findReminders(tx, ids)).map((row) => [row.postId, row]));
        const value = ids.map((id) => permit(context, rows.get(id), rows.get(id)?.audience));
        return { value, rooms: value.filter((row) => row !== null) };
      }),
    ),
);

export const remindersOf = async (context: TimelineRequest, { id }: PostRow): Promise<ReminderRow['reminders']> =>
  (await reminders(context).load(id))?.reminders ?? [];

export async function canRemind(context: TimelineRequest, { id }: PostRow): Promise<boolean> {
  requirePerson(context);
  const row = await reminders(context).load(id);
  return row !== null && !reminderRefusal(row, context.now());
}

/** @param key the same again tells nobody a second time */
export async function remind(context: TimelineRequest, id: string, key: string): Promise<Reminded> {
  requirePerson(context);
  if (!isId(key)) return { post: null, userErrors: inWords(context, [problem('INVALID', ['idempotencyKey'])], reminderWords) };
  const problems = await context.write((tx) => tellAgain(tx, context, id, key.toLowerCase()));
  reminders(context).clear(id);
  return { post: problems.length === 0 ? await getPost(context, id) : null, userErrors: inWords(context, problems, reminderWords) };
}

async function tellAgain(tx: Em, context: TimelineRequest, postId: string, id: string): Promise<PostProblem[]> {
  const { userId, labels } = requirePerson(context);
  const post = await takePost(tx, context, postId);
  const [row] = post ? await findReminders(tx, [postId]) : [];
  if (!post || !row) return [problem('NOT_FOUND', ['id'])];
  const isReplay = row.reminders.some((reminder) => reminder.id === id);
  const refusal = isReplay ? undefined : reminderRefusal(row, context.now());
  if (refusal) return [refusalProblem(refusal, minutesLeft(row, context.now()))];
  const reminder = { id, by: { userId, userName: labels.name }, waitingCount: row.waitingCount };
  if (!isReplay && !(await insertReminder(tx, post, reminder))) return [problem('INVALID', ['idempotencyKey'])];
  await auditAll(tx, context, [lineOf(post, isReplay ? 'VIEW' : 'UPDATE')]);
  if (isReplay) return [];
  await emit(tx, 'timeline.postReminded', `reminder:${postId}`, { reminderId: id, postId, roomId: post.roomId, actorId: userId });
  return [];
}
