/** Whatever people write stays text (V38): forty strings as posts and as names, and what the page's policy refuses besides. */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { uuidv7 } from '../../../infra/local/api/uuid.mjs';
import { xssCorpus } from '../support/xss-corpus.ts';
import type { Guarded } from './stage.ts';

const post = `mutation Post($input: PostCreateInput!) { postCreate(input: $input) { post { id } userErrors { code message } } }`;
const register = `mutation Register($input: PatientRegisterInput!) { patientRegister(input: $input) { patient { id } userErrors { code message } } }`;

/** A separator at the end is trimmed as any space is. */
const plain = (text: string): string => text.trim();

const happened = (page: Page): Promise<unknown> => page.evaluate(() => (window as { heyaXss?: unknown }).heyaXss);

export function inert(guarded: Guarded): void {
  it('forty hostile posts are read as they were typed', async () => {
    const session = await guarded.byApi('careManager');
    for (const body of xssCorpus)
      await session.change(post, {
        input: { idempotencyKey: uuidv7(), roomId: guarded.room.id, kind: 'NOTE', audience: 'EVERYONE', body },
      });
    const { page } = await guarded.as('nurse', 'desk');
    await page.goto(guarded.inRoom());
    await page.getByRole('button', { name: 'もっと前' }).click();
    await page.getByRole('article').nth(xssCorpus.length).waitFor();
    const shown = await page.locator('article p.whitespace-pre-wrap').allTextContents();
    for (const body of xssCorpus) expect(shown.map(plain)).toContain(plain(body));
    expect(
      await page.locator('article').locator('script, img, iframe, object, embed, a, form, input, style, link, meta, base, video').count(),
    ).toBe(0);
    expect(await happened(page)).toBeUndefined();
  });

  it('a hostile name is shown as it was typed, in lists, titles and labels', async () => {
    const session = await guarded.byApi('doctor');
    const { page } = await guarded.as('doctor', 'desk');
    const names = xssCorpus.filter((text) => [...text].length <= 60 && !/[\u2028\u202e]/.test(text));
    const taken: string[] = [];
    for (const name of names) {
      const input = {
        idempotencyKey: uuidv7(),
        isAnother: true,
        name,
        nameKana: 'テスト',
        sex: 'UNKNOWN',
        birthDate: '1940-01-01',
        address: '若葉市',
      };
      const { patientRegister } = await session.ask<{ patientRegister: { patient: unknown } }>(register, { input });
      if (patientRegister.patient) taken.push(name);
    }
    expect(taken.length, 'names that the server takes').toBeGreaterThan(10);
    await page.goto('/home');
    await page.getByRole('heading', { name: '準備中の利用者' }).waitFor();
    const text = await page.getByRole('main').innerText();
    for (const name of taken) expect(text).toContain(name);
    expect(await page.getByRole('main').locator('script, img, iframe, object, style').count()).toBe(0);
    expect(await happened(page)).toBeUndefined();
  });

  it('the policy of the page lets nothing become markup, script, style or frame even if a text slipped through', async () => {
    const { page } = await guarded.as('nurse', 'desk');
    const answer = await page.goto(guarded.inRoom());
    const policy = answer?.headers()['content-security-policy'] ?? '';
    for (const part of [
      "default-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy).toContain(part);
    expect(policy.match(/'nonce-[\w+/=-]{16,}'/g)).not.toBeNull();
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https:(?!\/)/);
    expect(answer?.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
    });
    const again = (await page.goto(guarded.inRoom()))?.headers()['content-security-policy'];
    expect(again, 'a nonce counts once').not.toBe(policy);
    expect(await page.evaluate(tryEverything)).toEqual([
      'innerHTML refused',
      'eval refused',
      'handler refused',
      'script refused',
      'frame refused',
    ]);
  });

  it('files carry the headers of pages', async () => {
    const { page } = await guarded.as('nurse', 'desk');
    const file = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel=modulepreload]')?.href ?? '');
    const answer = await page.request.get(file);
    expect(answer.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
  });
}

/** Runs in the page, in a turn of its own as its scripts do: what an attacker's first lines would be. */
function tryEverything(): Promise<string[]> {
  const attempt = (act: () => unknown): string => {
    try {
      act();
      return 'heyaXss' in window ? 'ran' : 'silent';
    } catch {
      return 'refused';
    }
  };
  const act = 'window.heyaXss=1';
  const tries = {
    innerHTML: () => (document.createElement('div').innerHTML = '<b>x</b>'),
    eval: () => (0, eval)(act),
    handler: () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', act);
      button.click();
    },
    script: () => {
      const script = document.createElement('script');
      script.text = act;
      document.head.append(script);
    },
    frame: () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<script>parent.${act}</script>`;
      document.body.append(frame);
    },
  };
  return new Promise((resolve) => setTimeout(() => resolve(Object.entries(tries).map(([name, run]) => `${name} ${attempt(run)}`))));
}
