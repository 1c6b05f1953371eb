/** Password hashing: argon2id, 19 MiB, two passes, one lane; at most four at a time so that sign-in cannot starve the rest. */
import { hash, type Options, verify } from '@node-rs/argon2';
import { normalizePassword } from './password.policy.ts';

// The library's ambient `const enum` cannot be read under isolatedModules: 2 is Argon2id.
const argon2id = 2 as NonNullable<Options['algorithm']>;
const cost: Options = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const lanes = 4;
const waitingLimit = 200;

/** Thrown when too many sign-ins wait for a hash: answered with "try again". */
export class HashingBusy extends Error {}

class Semaphore {
  #free = lanes;
  readonly #waiting: (() => void)[] = [];

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#take();
    try {
      return await work();
    } finally {
      this.#give();
    }
  }

  async #take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.length >= waitingLimit) throw new HashingBusy();
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

const semaphore = new Semaphore();
const dummyHash = hash('no account has this password', cost);

/** @returns a PHC string */
export const hashPassword = (password: string): Promise<string> => semaphore.run(() => hash(normalizePassword(password), cost));

/** Takes the same time whether or not there is an account. @param stored undefined for an unknown account */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const against = stored ?? (await dummyHash);
  const matches = await semaphore.run(() => verify(against, normalizePassword(password)));
  return matches && stored !== undefined;
}
