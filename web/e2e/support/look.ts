/** Every screen is looked at twice: by axe against WCAG 2.2 AA, and by a picture for people. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { type Person, sizes } from './person.ts';

const folder = join(import.meta.dirname, '..', 'shots');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A picture of the whole page, for the eye of whoever asks for them: HEYA_SHOTS=true. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env.HEYA_SHOTS !== 'true') return;
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** No violation of WCAG 2.2 AA, and nothing to scroll sideways for (1.4.10). */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // What passed need not be described node by node, which takes longer than finding it.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(wcag);
  const { violations } = await axe.setLegacyMode(true).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`));
  expect(found, `${screen} is not accessible`).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(tooWide, `${screen} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Looks at the screen at both widths and leaves it as the person had it. */
export async function inspect({ page, size }: Pick<Person, 'page' | 'size'>, screen: string): Promise<void> {
  for (const at of size === 'phone' ? (['desk', 'phone'] as const) : (['phone', 'desk'] as const)) {
    await page.setViewportSize(sizes[at]);
    await shot(page, `${screen}-${sizes[at].width}`);
    await expectAccessible(page, `${screen} at ${sizes[at].width}`);
  }
}
