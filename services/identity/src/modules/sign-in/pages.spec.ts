import { expect, test } from 'vitest';
import { messagesOf } from '../page/index.ts';
import { codePage, messagePage, passkeyPage, passwordPage } from './sign-in.pages.ts';

const ja = messagesOf('ja');

test('pages have labels above fields, errors beside them, and no script of their own, style or handler inside', () => {
  const errors = { accountName: ja.accountNameMissing, password: ja.passwordMissing };
  const page = passwordPage({ locale: 'ja', action: '/a', passkey: '/p', accountName: 'sato', errors });
  expect(page).toContain('<label for="account">');
  expect(page).toContain('aria-describedby="account-help account-error"');
  expect(page.indexOf('id="account-error"')).toBeLessThan(page.search(/<input\s+id="account"/));
  expect(page).toContain('value="sato"');
  const others = [codePage({ locale: 'en', action: '/a', restart: '/b' }), messagePage('ja', 'expired', 'http://localhost:3000')];
  for (const each of others) expect(each).not.toContain('<script');
  for (const each of [page, ...others, passkeyPage({ locale: 'ja', passkey: '/p', restart: '/b' })])
    expect(each.replace('<script type="module" src="/oidc/passkey.js"></script>', '')).not.toMatch(
      /<script|<style|\son\w+=|\sstyle=|placeholder=|disabled/,
    );
});
