/** The list of who has read a post, as it is opened over a page; from there it is told again to the others (R22). */
import { PostReadersDocument, PostRemindDocument } from '@heya/client/generated/graphql';
import { newId } from '@heya/client/id';
import { send } from '#lib/api.ts';
import { m } from '#paraglide/messages.js';
import type { Reading } from './post-acts.ts';

export class Readings {
  /** undefined: closed; null: being asked for. */
  open = $state.raw<Reading | null>();
  /** What was said to telling it again. */
  said = $state('');
  /** Pressed again while the answer is awaited, it is one. */
  #key = '';

  show = async (id: string): Promise<void> => {
    [this.open, this.said, this.#key] = [null, '', newId()];
    const answer = await send(PostReadersDocument, { id }).catch(() => undefined);
    const post = answer?.post;
    this.open = post
      ? {
          id,
          readers: post.readReceipts.nodes,
          acknowledged: post.acknowledgements,
          reminders: post.reminders,
          canRemind: post.viewerCanRemind,
        }
      : undefined;
  };

  close = (): void => {
    this.open = undefined;
  };

  remind = async (): Promise<void> => {
    const reading = this.open;
    if (!reading) return;
    try {
      const { post, userErrors } = (await send(PostRemindDocument, { id: reading.id, idempotencyKey: this.#key })).postRemind;
      this.said = userErrors[0]?.message ?? m.remind_done();
      if (post) this.open = { ...reading, reminders: post.reminders, canRemind: post.viewerCanRemind };
    } catch {
      this.said = m.action_failed();
    }
  };
}
