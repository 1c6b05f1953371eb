/** Somebody without an ID at a telephone of their own, and the center. */
import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Joined } from '../../../infra/local/journeys/join.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Person, sizes } from '../support/person.ts';

interface Stranger {
  page: Page;
  context: BrowserContext;
  size: 'phone';
}

export class Applied {
  /** Of a visiting nurse station of Saga, with its right check digit. */
  readonly code = '4170123451';
  receiptNumber = '';
  inquiryCode = '';
  accountName = '';
  enrolmentCode = '';
  stack!: Joined;
  browser!: Browser;
  head!: Stranger;
  /** At the desk of the center, signed in. */
  officer?: Person;

  async open(): Promise<void> {
    [this.stack, this.browser] = await Promise.all([Joined.open('apply'), launchBrowser()]);
    this.head = await this.#stranger();
  }

  /** The browser is closed and opened again: what a tab keeps is gone, what the device keeps is not. */
  async reopen(): Promise<void> {
    const kept = await this.head.context.storageState();
    await this.head.context.close();
    this.head = await this.#stranger(kept);
  }

  async close(): Promise<void> {
    await (this.browser as Browser | undefined)?.close();
  }

  async #stranger(storageState?: Awaited<ReturnType<BrowserContext['storageState']>>): Promise<Stranger> {
    const context = await this.browser.newContext({
      baseURL: this.stack.urls.portal,
      viewport: sizes.phone,
      hasTouch: true,
      isMobile: true,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
      ...(storageState && { storageState }),
    });
    context.setDefaultTimeout(20_000);
    return { page: await context.newPage(), context, size: 'phone' };
  }
}

export function setApplied(): Applied {
  const applied = new Applied();
  beforeAll(() => applied.open());
  afterAll(() => applied.close());
  return applied;
}
