/** Photos of a post that is being written: what takes and brings them is loaded when somebody wants it, since a room opens without it. */
import type { Component } from 'svelte';
import { m } from '#paraglide/messages.js';
import type { Bringing } from '#lib/photo/bringing.svelte.ts';
import { forgetBytes } from '#lib/photo/kept-bytes.ts';
import type { PhotoDraft } from '#lib/photo/photo-draft.ts';

interface Tools {
  Picker: Component<{ value: PhotoDraft[]; bringing: Bringing; withheld: string | undefined }, object, 'value'>;
  bringing: Bringing;
}

export class NotePhotos {
  tools = $state.raw<Tools>();
  isLoading = $state(false);
  problem = $state('');
  readonly #roomId: string;
  readonly #list: () => PhotoDraft[];

  /** @param list the draft's own, changed in place */
  constructor(roomId: () => string, list: () => PhotoDraft[]) {
    this.#roomId = roomId();
    this.#list = list;
  }

  /** What was chosen before a reload is shown again, and brought if it was not. */
  async open(): Promise<void> {
    if (this.tools || this.isLoading) return;
    this.isLoading = true;
    this.problem = '';
    try {
      const [{ default: Picker }, { Bringing: Way }] = await Promise.all([
        import('#lib/parts/PhotoPicker/PhotoPicker.svelte'),
        import('#lib/photo/bringing.svelte.ts'),
      ]);
      const bringing = new Way(() => this.#roomId, this.#list);
      await bringing.resume();
      this.tools = { Picker, bringing };
    } catch {
      this.problem = m.photo_tools_failed();
    }
    this.isLoading = false;
  }

  /** Sent with their post: nothing of them stays on the device. */
  clear(): void {
    for (const { id } of this.#list()) void forgetBytes(id);
    this.tools?.bringing.clear();
    this.tools = undefined;
  }
}
