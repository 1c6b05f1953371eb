/** How many sockets each account holds at this gateway. The newest is refused: whoever was there first goes on. */

export class AccountSockets {
  readonly #limit: number;
  readonly #accountOf = new Map<object, string>();
  readonly #counts = new Map<string, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @returns whether there was room */
  enter(socket: object, userId: string): boolean {
    const count = this.#counts.get(userId) ?? 0;
    if (count >= this.#limit) return false;
    this.#accountOf.set(socket, userId);
    this.#counts.set(userId, count + 1);
    return true;
  }

  leave(socket: object): void {
    const userId = this.#accountOf.get(socket);
    if (userId === undefined) return;
    this.#accountOf.delete(socket);
    const left = (this.#counts.get(userId) ?? 1) - 1;
    if (left > 0) this.#counts.set(userId, left);
    else this.#counts.delete(userId);
  }
}
