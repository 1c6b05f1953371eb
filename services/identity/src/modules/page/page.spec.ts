import { expect, test } from 'vitest';
import { html } from './html.ts';
import { chooseLocale } from './locale.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';
import { pageHeaders } from './page-headers.ts';

test('values never become markup; templates do', () => {
  expect(html`<p title="${'"><img src=x>'}">${'<b>'}${html`<i>${'&'}</i>`}${null}${false}</p>`.text).toBe(
    '<p title="&#34;&#62;&#60;img src=x&#62;">&#60;b&#62;<i>&#38;</i></p>',
  );
});

test('Japanese unless something else is asked for', () => {
  expect(chooseLocale(undefined, undefined)).toBe('ja');
  expect(chooseLocale(undefined, 'fr, de;q=0.9')).toBe('ja');
  expect(chooseLocale(undefined, 'fr, en-GB;q=0.8, ja;q=0.7')).toBe('en');
  expect(chooseLocale(undefined, 'en;q=0.3, ja;q=0.9')).toBe('ja');
  expect(chooseLocale('en ja', 'ja')).toBe('en');
  expect(chooseLocale('ja-plain', 'en')).toBe('ja');
  expect(chooseLocale(undefined, 'en;q=0')).toBe('ja');
});

test('both languages say the same things', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(ja).toSorted());
});

test('a form may lead only to us and to where the person came from', () => {
  expect(pageHeaders(['http://localhost:3000'])['content-security-policy']).toContain("form-action 'self' http://localhost:3000");
  expect(pageHeaders()['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self';.*require-trusted-types-for 'script'; trusted-types 'none'.*frame-ancestors 'none'.*form-action 'self'$/,
  );
});
