/** One post on its way: the same key until the server has it, and never said to be sent before (R29). */
import { PostCreateDocument, type PostCreateInput, type ProblemFragment } from '@heya/client/generated/graphql';
import { mayRetry, send } from '#lib/api.ts';
import { forgetKey, keyFor } from '#lib/idempotency.ts';
import type { RoomPost } from './posts.ts';

export type SendState = 'IDLE' | 'SENDING' | 'WAITING' | 'REFUSED';
type Content = Omit<PostCreateInput, 'idempotencyKey'>;

interface Delivered {
  post: RoomPost | null;
  userErrors: readonly ProblemFragment[];
}

const asPost = async (input: PostCreateInput): Promise<Delivered> => (await send(PostCreateDocument, { input })).postCreate;

export class Outgoing<C extends object = Content> {
  state = $state<SendState>('IDLE');
  errors = $state.raw<readonly ProblemFragment[]>([]);
  readonly #name: string;
  readonly #sent: (post: RoomPost) => void;
  readonly #deliver: (input: C & { idempotencyKey: string }) => Promise<Delivered>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param deliver another mutation that writes a post
   * @param name of the draft beside which the key is kept, so that a reload repeats with the same one
   */
  constructor(
    name: () => string,
    sent: (post: RoomPost) => void,
    deliver: (input: C & { idempotencyKey: string }) => Promise<Delivered> = asPost as never,
  ) {
    this.#name = name();
    this.#sent = sent;
    this.#deliver = deliver;
  }

  /** Sends, and sends again by itself while the server cannot be reached. */
  async submit(content: C, attempt = 0): Promise<void> {
    clearTimeout(this.#timer);
    this.state = 'SENDING';
    this.errors = [];
    try {
      const { post, userErrors } = await this.#deliver({ ...content, idempotencyKey: keyFor(this.#name, content) });
      if (post) return this.#finish(post);
      this.errors = userErrors;
      this.state = 'REFUSED';
    } catch (problem) {
      this.state = mayRetry(problem) ? 'WAITING' : 'REFUSED';
      if (this.state === 'WAITING')
        this.#timer = setTimeout(() => void this.submit(content, attempt + 1), Math.min(10_000, 1_500 * 2 ** attempt));
    }
  }

  /** Stops trying, so that the text can be changed. */
  stop(): void {
    clearTimeout(this.#timer);
    this.state = 'IDLE';
  }

  #finish(post: RoomPost): void {
    forgetKey(this.#name);
    this.state = 'IDLE';
    this.#sent(post);
  }
}
