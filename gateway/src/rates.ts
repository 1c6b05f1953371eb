/**
 * How often somebody may ask: operations an account, and failed introductions an address. Counted in this process (decision 0017);
 * what guards secrets (passwords, codes) is counted by identity, in its database.
 */
import { codedError } from '@heya/service-common/errors';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from './address.ts';

export interface RateSettings {
  /** Operations of one account in a minute; each root field of a mutation is one. */
  accountOperations: number;
  /** Requests and sockets of one address in a minute that could not say who they are. */
  addressFailures: number;
  /** Operations of one network in a minute by people without a sign-in, as the portal's server tells where they come from. */
  strangerOperations: number;
}

/** How much of a quota is left, as the `RateLimit` headers tell it. */
export interface Quota {
  name: 'account' | 'address' | 'network';
  limit: number;
  remaining: number;
  /** Seconds until the quota is whole again. */
  resetSeconds: number;
}

const windowSeconds = 60;

export class Rates {
  readonly #settings: RateSettings;
  readonly #accounts: RateLimiterMemory;
  readonly #addresses: RateLimiterMemory;
  readonly #strangers: RateLimiterMemory;

  constructor(settings: RateSettings) {
    this.#settings = settings;
    this.#accounts = new RateLimiterMemory({ keyPrefix: 'account', points: settings.accountOperations, duration: windowSeconds });
    this.#addresses = new RateLimiterMemory({ keyPrefix: 'address', points: settings.addressFailures, duration: windowSeconds });
    this.#strangers = new RateLimiterMemory({ keyPrefix: 'stranger', points: settings.strangerOperations, duration: windowSeconds });
  }

  /** @throws RATE_LIMITED @returns what is left afterwards */
  async spend(userId: string, operations: number): Promise<Quota> {
    try {
      return this.#accountQuota(await this.#accounts.consume(userId, operations));
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new RateExceeded(this.#accountQuota(error));
      throw error;
    }
  }

  /** For somebody without an account. @throws RATE_LIMITED @returns what is left afterwards */
  async spendAsStranger(address: string, operations: number): Promise<Quota> {
    try {
      return this.#networkQuota(await this.#strangers.consume(networkOf(address), operations));
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new RateExceeded(this.#networkQuota(error));
      throw error;
    }
  }

  /** Before anybody has been asked who they are. @throws RATE_LIMITED */
  async requireCalm(address: string): Promise<void> {
    const found = await this.#addresses.get(networkOf(address));
    const { addressFailures } = this.#settings;
    if (found && found.consumedPoints >= addressFailures)
      throw new RateExceeded({ name: 'address', limit: addressFailures, remaining: 0, resetSeconds: seconds(found.msBeforeNext) });
  }

  /** Somebody there could not say who they are. */
  async noteFailure(address: string): Promise<void> {
    await this.#addresses.penalty(networkOf(address));
  }

  #accountQuota(found: RateLimiterRes): Quota {
    return quotaOf('account', this.#settings.accountOperations, found);
  }

  #networkQuota(found: RateLimiterRes): Quota {
    return quotaOf('network', this.#settings.strangerOperations, found);
  }
}

/** Thrown as a GraphQL error: HTTP 429 with Retry-After, or the error of one operation over WebSocket. */
export class RateExceeded extends GraphQLError {
  readonly quota: Quota;

  constructor(quota: Quota) {
    const { message } = codedError('RATE_LIMITED');
    super(message, { extensions: { code: 'RATE_LIMITED', retryAfterSeconds: quota.resetSeconds, http: { status: 429 } } });
    this.quota = quota;
  }
}

/** draft-ietf-httpapi-ratelimit-headers: what holds and what is left. */
export function quotaHeaders({ name, limit, remaining, resetSeconds }: Quota): Record<string, string> {
  return {
    'ratelimit-policy': `"${name}";q=${limit};w=${windowSeconds}`,
    ratelimit: `"${name}";r=${remaining};t=${resetSeconds}`,
  };
}

const quotaOf = (name: Quota['name'], limit: number, { remainingPoints, msBeforeNext }: RateLimiterRes): Quota => ({
  name,
  limit,
  remaining: Math.max(0, remainingPoints),
  resetSeconds: seconds(msBeforeNext),
});

const seconds = (ms: number) => Math.max(1, Math.ceil(ms / 1000));
