import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dropExpired, keeper } from './kept.ts';

const place = 'form';
const day = 24 * 60 * 60 * 1000;
const open = () => keeper(place, () => ({ name: '', phone: '' }));

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => stored.set(key, text),
    removeItem: (key: string) => stored.delete(key),
  });
  open().keep({ name: 'A', phone: '' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('opening a form does not keep it longer', () => {
  vi.setSystemTime(29 * day);
  const form = open();
  form.keep(form.find()?.value ?? { name: '', phone: '' });
  vi.setSystemTime(30 * day);
  expect(open().find()).toBeUndefined();
});

it('a change keeps it for thirty days more, also one back to what was found', () => {
  vi.setSystemTime(29 * day);
  const form = open();
  form.find();
  form.keep({ name: 'B', phone: '' });
  form.keep({ name: 'A', phone: '' });
  vi.setSystemTime(58 * day);
  expect(open().find()).toEqual({ at: 29 * day, value: { name: 'A', phone: '' } });
});

it('fields of a later version are filled in', () => {
  stored.set(place, JSON.stringify({ at: 0, value: { name: 'A' } }));
  expect(open().find()?.value).toEqual({ name: 'A', phone: '' });
});

it('a form that was sent or deleted leaves nothing', () => {
  open().drop();
  expect(stored.size).toBe(0);
});

it('an emptied form leaves nothing', () => {
  const form = open();
  form.find();
  form.keep({ name: '', phone: '' });
  expect(stored.size).toBe(0);
});

it('what is too old or unreadable is gone wherever the portal is opened, what is not stays', () => {
  vi.setSystemTime(30 * day - 1);
  dropExpired(place);
  expect(stored.size).toBe(1);
  vi.setSystemTime(30 * day);
  dropExpired(place);
  expect(stored.size).toBe(0);
  stored.set(place, '{');
  dropExpired(place);
  expect(stored.size).toBe(0);
});
