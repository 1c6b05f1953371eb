/** Throttles guessing. A failure is counted before the answer is known, so that parallel guesses cannot slip through. */
import { createHmac } from 'node:crypto';
import type { Orm } from '@heya/service-common/orm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { type Attempt, type LimitName, type LimitRule, limitRules, limitSubjects } from './limit.policy.ts';
import { dropExpiredLimits, limitStore } from './limit.repository.ts';

/** A counter of its own in the same table, for whatever else might be guessed. */
export const createLimiter = (orm: Orm, { name, failures, window, closedFor }: LimitRule): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: limitStore(orm),
    storeType: 'pool',
    tableName: 'sign_in_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points: failures,
    duration: window,
    blockDuration: closedFor,
  });

export class SignInLimits {
  readonly #limiters: Record<LimitName, RateLimiterPostgres>;
  readonly #pepper: Buffer;
  readonly #orm: Orm;

  constructor({ orm, pepper, networkFailures }: { orm: Orm; pepper: Buffer; networkFailures: number }) {
    const create = (rule: LimitRule): RateLimiterPostgres => createLimiter(orm, rule);
    const { account, accountAndAddress, network } = limitRules(networkFailures);
    this.#limiters = { account: create(account), accountAndAddress: create(accountAndAddress), network: create(network) };
    this.#pepper = pepper;
    this.#orm = orm;
  }

  /** Counts one attempt as if it failed. @returns seconds to wait, or 0 when it may go on */
  async take(attempt: Attempt): Promise<number> {
    const waits = await Promise.all(this.#each(attempt, (limiter, key) => takeOne(limiter, key)));
    return Math.max(...waits);
  }

  /** The attempt did not fail after all, but sign-in is not finished: takes back just that one. */
  async giveBack(attempt: Attempt): Promise<void> {
    await Promise.all(this.#each(attempt, (limiter, key) => limiter.reward(key, 1)));
  }

  /** Signed in: earlier failures of this person are forgotten, those of the network are not. */
  async forgive(attempt: Attempt): Promise<void> {
    const keys = this.#keys(attempt);
    const { account, accountAndAddress, network } = this.#limiters;
    await Promise.all([account.delete(keys.account), accountAndAddress.delete(keys.accountAndAddress), network.reward(keys.network, 1)]);
  }

  /** A passkey cannot be guessed, and whoever fails with passwords must not close it: only the network is counted. @returns seconds to wait */
  async takeNetwork(address: string): Promise<number> {
    return takeOne(this.#limiters.network, this.#keys({ accountName: '', address }).network);
  }

  async giveBackNetwork(address: string): Promise<void> {
    await this.#limiters.network.reward(this.#keys({ accountName: '', address }).network, 1);
  }

  /** Removes what no longer counts. */
  async prune(): Promise<void> {
    await dropExpiredLimits(this.#orm, Date.now());
  }

  /** Hashed, so that the table tells nothing about names and addresses. */
  #keys(attempt: Attempt): Record<LimitName, string> {
    const hashed = (text: string): string => createHmac('sha256', this.#pepper).update(text).digest('base64url');
    const { account, accountAndAddress, network } = limitSubjects(attempt);
    return { account: hashed(account), accountAndAddress: hashed(accountAndAddress), network: hashed(network) };
  }

  #each<T>(attempt: Attempt, work: (limiter: RateLimiterPostgres, key: string) => Promise<T>): Promise<T>[] {
    const keys = this.#keys(attempt);
    return (Object.keys(keys) as LimitName[]).map((name) => work(this.#limiters[name], keys[name]));
  }
}

/** @returns seconds to wait, or 0 when it may go on */
export async function takeOne(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key, 1);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
