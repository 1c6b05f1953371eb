/** Photos and documents of posts on their way into a package: fetched as the person, each by its owner's door, which records the look (R25, R35). */
import type { AttachmentPart, PostPart, TakenFile } from './take-along.parts.ts';

/** A file by the address that its owner gave for this person; null where they may not have it now. @throws SERVICE_UNAVAILABLE */
export type FetchFile = (path: string) => Promise<Uint8Array | null>;

/** All are in memory at once, beside the rest. */
const mostBytes = 40 * 1024 * 1024;

export class Pictures {
  readonly taken: TakenFile[] = [];
  /** So many are not taken: too much for one package, or no longer to be had. */
  left = 0;
  #isFull = false;
  #bytes = 0;
  readonly #fetchFile: FetchFile;

  constructor(fetchFile: FetchFile) {
    this.#fetchFile = fetchFile;
  }

  /** Of one page, as soon as it came: addresses hold for a minute. Newest first, as posts come. */
  async take(posts: readonly PostPart[]): Promise<void> {
    for (const post of posts) for (const attachment of post.attachments ?? []) await this.#take(post, attachment);
  }

  async #take(post: PostPart, attachment: AttachmentPart): Promise<void> {
    const url = attachment.kind === 'PDF' ? attachment.whole : attachment.screen;
    if (!url) return;
    // Nobody is asked for what would not fit: no look is recorded that nobody has.
    const bytes = this.#isFull ? null : await this.#fetchFile(url.replace('/files/timeline/', '/files/'));
    this.#isFull ||= this.#bytes + (bytes?.length ?? 0) > mostBytes;
    if (!bytes || this.#isFull) return void (this.left += 1);
    this.#bytes += bytes.length;
    this.taken.push({ attachment, postId: post.id, observedAt: post.observedAt, name: nameOf(attachment), bytes });
  }
}

/** Told by its id alone, whatever it was called. */
const nameOf = ({ id, kind }: AttachmentPart): string => (kind === 'PDF' ? `documents/${id}.pdf` : `photos/${id}.jpg`);
