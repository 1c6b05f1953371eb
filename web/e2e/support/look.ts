/** Every screen is looked at twice: by axe against WCAG 2.2 AA, and by a picture for people. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
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
  expect(page.frames(), `${screen} has frames, which nobody looks into`).toHaveLength(1);
  expect(await violations(page), `${screen} is not accessible`).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(tooWide, `${screen} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** Half a megabyte of axe takes longer to be read than to look: a document gets it once, which pages of the portal outlive. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    // What passed need not be described node by node, which takes longer than finding it.
    const found = await here.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`));
  }, wcag);
}

/** Looks at the screen at both widths and leaves it as the person had it. */
export async function inspect({ page, size }: Pick<Person, 'page' | 'size'>, screen: string): Promise<void> {
  for (const at of size === 'phone' ? (['desk', 'phone'] as const) : (['phone', 'desk'] as const)) {
    await page.setViewportSize(sizes[at]);
    await shot(page, `${screen}-${sizes[at].width}`);
    await expectAccessible(page, `${screen} at ${sizes[at].width}`);
  }
}
