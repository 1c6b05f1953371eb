/** Files that are brought to the inbox, one after the other: what fails is told for itself, and the others go on. */
import { newId } from '@heya/client/id';
import { m } from '#paraglide/messages.js';
import { putFile } from './put-file.ts';
import { type Places, type Taken, whereTo } from './where-to.ts';

export interface Upload extends Partial<Places> {
  /** Stays through every try, so that nothing is taken in twice. */
  id: string;
  name: string;
  state: 'WAITING' | 'SENDING' | 'READING' | 'DONE' | 'REFUSED' | 'FAILED';
  /** Per cent of what was sent. */
  sent: number;
  message?: string;
}

export class ScanUploads {
  list = $state<Upload[]>([]);
  #files: Record<string, File> = {};
  readonly #onTaken: () => void;
  #isRunning = false;

  /** @param onTaken after each file that was taken in */
  constructor(onTaken: () => void) {
    this.#onTaken = onTaken;
  }

  get busy(): boolean {
    return this.list.some(({ state }) => ['WAITING', 'SENDING', 'READING'].includes(state));
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const id = newId();
      this.#files[id] = file;
      this.list.push({ id, name: file.name, state: 'WAITING', sent: 0 });
    }
    void this.#run();
  }

  again(id: string): void {
    this.#change(id, { state: 'WAITING', sent: 0, message: undefined });
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    for (let next = this.#next(); next; next = this.#next()) await this.#bring(next.id);
    this.#isRunning = false;
  }

  #next(): Upload | undefined {
    return this.list.find(({ state }) => state === 'WAITING');
  }

  async #bring(id: string): Promise<void> {
    const file = this.#files[id];
    if (!file) return;
    this.#change(id, { state: 'SENDING' });
    try {
      const answer = await putFile(`/files/identity/scans/${id}`, file, (part) =>
        this.#change(id, part < 1 ? { sent: Math.round(part * 100) } : { state: 'READING', sent: 100 }),
      );
      await this.#note(id, answer);
    } catch {
      this.#change(id, { state: 'FAILED', message: m.scan_not_sent() });
    }
  }

  async #note(id: string, answer: Response): Promise<void> {
    const told = (await answer.json().catch(() => ({}))) as Partial<Taken> & { message?: string };
    if (answer.ok && told.pages) {
      delete this.#files[id];
      this.#change(id, { state: 'DONE', ...whereTo(told as Taken) });
      return this.#onTaken();
    }
    const isFinal = answer.status === 422 || answer.status === 413;
    const message = answer.status === 413 ? m.scan_too_large() : (told.message ?? m.scan_not_sent());
    this.#change(id, { state: isFinal ? 'REFUSED' : 'FAILED', message });
  }

  #change(id: string, change: Partial<Upload>): void {
    const upload = this.list.find((one) => one.id === id);
    if (upload) Object.assign(upload, change);
  }
}
