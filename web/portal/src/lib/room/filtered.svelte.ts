/** A room's posts as somebody narrows them (R27): asked for anew with each choice, beside the timeline, which goes on. */
import { RoomPostsFilteredDocument } from '@heya/client/generated/graphql';
import { send } from '#lib/api.ts';
import { countChosen, everything, type PostChoice, toFilter } from '#lib/search/filter.ts';
import type { RoomPost } from './posts.ts';

export class Filtered {
  choice = $state.raw<PostChoice>(everything());
  posts = $state.raw<RoomPost[]>([]);
  total = $state<number | null>(null);
  busy = $state(false);
  failed = $state(false);
  after = $state<string | null>(null);
  readonly count = $derived(countChosen(this.choice));
  readonly #roomId: () => string;
  #turn = 0;

  constructor(roomId: () => string) {
    this.#roomId = roomId;
  }

  async choose(choice: PostChoice): Promise<void> {
    this.choice = choice;
    await this.#read(null);
  }

  more = (): Promise<void> => this.#read(this.after);

  /** The last choice is the one that is shown, whichever answer comes last. */
  async #read(after: string | null): Promise<void> {
    const turn = (this.#turn += 1);
    const filter = toFilter(this.choice);
    this.failed = false;
    if (!after) this.posts = [];
    if (!filter) return;
    this.busy = true;
    const answer = await send(RoomPostsFilteredDocument, { id: this.#roomId(), filter, after }).catch(() => undefined);
    if (turn !== this.#turn) return;
    const page = answer?.room?.posts;
    this.failed = !page;
    this.posts = after ? [...this.posts, ...(page?.nodes ?? [])] : (page?.nodes ?? []);
    this.total = page?.totalCount ?? null;
    this.after = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
    this.busy = false;
  }
}
