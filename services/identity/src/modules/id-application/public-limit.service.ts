/** What people without an ID may try, counted in PostgreSQL by hashed keys (threats 17, 18): filings, and codes that might be guessed. */
import { createHmac } from 'node:crypto';
import { codedError } from '@heya/service-common/errors';
import type { Orm } from '@heya/service-common/orm';
import type { Viewer } from '@heya/service-common/viewer';
import { createLimiter, networkOf, takeOne } from '../sign-in/index.ts';

export interface PublicLimitSettings {
  /** Filings of one network in an hour, those with mistakes in them included. */
  filings: number;
  /** Wrong codes of one network in a quarter of an hour. */
  inquiries: number;
}

const hour = 3600;
const quarter = 900;
/** Wrong codes for one receipt number, whether it exists or not. */
const guesses = 10;
/** Whole filings of one district in an hour: nobody fills its inbox from many places. */
const districtFilings = 300;

/** Whoever is signed in counts for themselves, everybody else with the network they come from. */
export function sourceOf(viewer: Viewer): string {
  if (viewer.type === 'person') return viewer.userId;
  return viewer.type === 'anonymous' && viewer.address ? networkOf(viewer.address) : 'unknown';
}

export class PublicLimits {
  readonly #pepper: Buffer;
  readonly #limiters;

  constructor({ orm, pepper, settings }: { orm: Orm; pepper: Buffer; settings: PublicLimitSettings }) {
    this.#pepper = pepper;
    this.#limiters = {
      filing: createLimiter(orm, { name: 'id-filing', failures: settings.filings, window: hour, closedFor: quarter }),
      district: createLimiter(orm, { name: 'id-district', failures: districtFilings, window: hour, closedFor: quarter }),
      network: createLimiter(orm, { name: 'id-inquiry', failures: settings.inquiries, window: quarter, closedFor: quarter }),
      number: createLimiter(orm, { name: 'id-guess', failures: guesses, window: quarter, closedFor: quarter }),
    };
  }

  /** Every try counts, also one that is sent back with mistakes. @throws RATE_LIMITED */
  async takeFiling(source: string): Promise<void> {
    await this.#requireRoom(takeOne(this.#limiters.filing, this.#key(source)));
  }

  /** @throws RATE_LIMITED */
  async takeDistrict(districtId: string): Promise<void> {
    await this.#requireRoom(takeOne(this.#limiters.district, this.#key(districtId)));
  }

  /** Counted before the answer is known, so that parallel guesses cannot slip through. @throws RATE_LIMITED */
  async takeInquiry(source: string, receiptNumber: string): Promise<void> {
    const [network, number] = this.#inquiryKeys(source, receiptNumber);
    await this.#requireRoom(takeOne(this.#limiters.network, network), takeOne(this.#limiters.number, number));
  }

  /** The code was right after all: takes back just this try. */
  async giveBackInquiry(source: string, receiptNumber: string): Promise<void> {
    const [network, number] = this.#inquiryKeys(source, receiptNumber);
    await Promise.all([this.#limiters.network.reward(network, 1), this.#limiters.number.reward(number, 1)]);
  }

  async #requireRoom(...waits: Promise<number>[]): Promise<void> {
    if (Math.max(...(await Promise.all(waits))) > 0) throw codedError('RATE_LIMITED');
  }

  #inquiryKeys(source: string, receiptNumber: string): [string, string] {
    return [this.#key(source), this.#key(receiptNumber)];
  }

  #key(text: string): string {
    return createHmac('sha256', this.#pepper).update(text).digest('base64url');
  }
}
