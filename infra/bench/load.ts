/** A benchmark's load in a process of its own, one question at a time. */
import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export class Load<Order extends Serializable, Answer extends { type: string }> {
  readonly #child: ChildProcess;

  /** @param file beside this one, e.g. `./live.load.ts` */
  constructor(file: string) {
    this.#child = fork(fileURLToPath(new URL(file, import.meta.url)));
  }

  ask(order: Order): Promise<Exclude<Answer, { type: 'failed' }>> {
    return new Promise((resolve, reject) => {
      const onMessage = (answer: Answer & { reason?: string }): void => {
        this.#child.off('exit', onExit);
        if (answer.type === 'failed') reject(new Error(answer.reason));
        else resolve(answer as Exclude<Answer, { type: 'failed' }>);
      };
      const onExit = (code: number | null): void => reject(new Error(`The load process ended with ${code}.`));
      this.#child.once('message', onMessage);
      this.#child.once('exit', onExit);
      this.#child.send(order);
    });
  }

  /** Something to know while it works on a question. */
  tell(order: Order): void {
    this.#child.send(order);
  }

  end(): void {
    this.#child.disconnect();
  }
}
