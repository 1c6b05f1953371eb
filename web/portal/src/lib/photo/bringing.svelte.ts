/** Photos of one draft on their way: announced with their digest, brought once, tried again by the same id (R25, R29). */
import { SvelteSet } from 'svelte/reactivity';
import { newId } from '@heya/client/id';
import { UploadCreateDocument } from '@heya/client/generated/graphql';
import { mayRetry, send } from '#lib/api.ts';
import { putFile } from '#lib/scan/put-file.ts';
import { m } from '#paraglide/messages.js';
import { forgetBytes, keepBytes, keptBytes } from './kept-bytes.ts';
import { documentType, mostPhotos, type PhotoDraft, takenAtOf } from './photo-draft.ts';
import { reduce, sha256 } from './reduce.ts';

const againMs = 15_000;

export class Bringing {
  /** Addresses of pictures in this page, by the photo's id; gone with the page. */
  previews = $state<Record<string, string>>({});
  problem = $state('');
  isReading = $state(false);
  readonly #roomId: string;
  readonly #list: () => PhotoDraft[];
  readonly #underWay = new SvelteSet<string>();

  /** @param list the draft's own, changed in place */
  constructor(roomId: () => string, list: () => PhotoDraft[]) {
    this.#roomId = roomId();
    this.#list = list;
  }

  /** What was chosen is kept on the device before anything is sent. */
  async add(files: readonly File[]): Promise<void> {
    this.problem = '';
    this.isReading = true;
    for (const file of files.slice(0, mostPhotos - this.#list().length)) await this.#take(file);
    if (files.length > 0 && this.#list().length >= mostPhotos) this.problem = m.photo_most({ count: mostPhotos });
    this.isReading = false;
  }

  async #take(file: File): Promise<void> {
    try {
      const { bytes, type, width, height } = await reduce(file);
      const id = newId();
      await keepBytes(id, bytes);
      this.previews[id] = width ? URL.createObjectURL(bytes) : '';
      this.#list().push({
        ...{ id, type, width, height, alt: '', isBodyImage: false, bodySite: '', marks: [], sent: 0, message: '' },
        ...(type === documentType
          ? { takenAt: '', documentKind: 'OTHER' as const }
          : { takenAt: takenAtOf(file.lastModified, Date.now()) }),
        state: 'WAITING',
      });
      void this.bring(id);
    } catch {
      this.problem = m.photo_unread();
    }
  }

  /** After a reload: what was chosen is shown again, and what was not brought is brought. */
  async resume(): Promise<void> {
    for (const photo of [...this.#list()]) {
      const bytes = await keptBytes(photo.id);
      if (bytes && photo.width) this.previews[photo.id] = URL.createObjectURL(bytes);
      if (photo.state === 'THERE' || photo.state === 'REFUSED') continue;
      if (bytes) void this.bring(photo.id);
      else this.#change(photo.id, { state: 'REFUSED', message: m.photo_gone() });
    }
  }

  async bring(id: string): Promise<void> {
    if (this.#underWay.has(id)) return;
    this.#underWay.add(id);
    this.#change(id, { state: 'SENDING', sent: 0, message: '' });
    try {
      await this.#announceAndPut(id);
    } catch (problem) {
      this.#change(id, { state: 'FAILED', message: mayRetry(problem) ? m.photo_offline() : m.photo_failed() });
    }
    this.#underWay.delete(id);
  }

  async #announceAndPut(id: string): Promise<void> {
    const bytes = await keptBytes(id);
    const photo = this.#list().find((one) => one.id === id);
    if (!bytes || !photo) return this.#change(id, { state: 'REFUSED', message: m.photo_gone() });
    const announced = {
      idempotencyKey: id,
      roomId: this.#roomId,
      contentType: photo.type,
      byteSize: bytes.size,
      sha256: await sha256(bytes),
    };
    const { uploadCreate } = await send(UploadCreateDocument, { input: announced });
    if (!uploadCreate.upload)
      return this.#change(id, { state: 'REFUSED', message: uploadCreate.userErrors[0]?.message ?? m.photo_failed() });
    const { state } = uploadCreate.upload;
    if (state === 'READY') return this.#change(id, { state: 'THERE', sent: 100 });
    if (state === 'CHECKING') return this.#comeAgain(id, { state: 'CHECKING' });
    const answer = await putFile(uploadCreate.upload.putUrl, bytes, (part) => this.#change(id, { sent: Math.round(part * 100) }));
    if (answer.status === 202) return this.#comeAgain(id, { state: 'CHECKING' });
    if (answer.ok) return this.#change(id, { state: 'THERE', sent: 100 });
    const said = (await answer.json().catch(() => ({}))) as { message?: string };
    if (answer.status === 503) return this.#comeAgain(id, { state: 'FAILED', message: m.photo_store_down() });
    const isFinal = answer.status === 422 || answer.status === 413;
    this.#change(id, { state: isFinal ? 'REFUSED' : 'FAILED', message: said.message ?? m.photo_failed() });
  }

  /** By itself, while the page is open; what was removed meanwhile is let be. */
  #comeAgain(id: string, change: Partial<PhotoDraft>): void {
    this.#change(id, change);
    setTimeout(() => {
      const now = this.#list().find((one) => one.id === id)?.state;
      if (now === 'CHECKING' || now === 'FAILED') void this.bring(id);
    }, againMs);
  }

  remove(id: string): void {
    const list = this.#list();
    const place = list.findIndex((one) => one.id === id);
    if (place >= 0) list.splice(place, 1);
    this.#drop(id);
  }

  /** Sent with their post: nothing of them stays on the device. */
  clear(): void {
    for (const id of Object.keys(this.previews)) this.#drop(id);
  }

  #drop(id: string): void {
    if (this.previews[id]) URL.revokeObjectURL(this.previews[id]);
    delete this.previews[id];
    void forgetBytes(id);
  }

  #change(id: string, change: Partial<PhotoDraft>): void {
    const photo = this.#list().find((one) => one.id === id);
    if (photo) Object.assign(photo, change);
  }
}
