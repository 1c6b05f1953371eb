import { describe, expect, it, vi } from 'vitest';
import { standingOf } from './standing.ts';

const device = { id: 'one', locked: false, idleMs: 0, deviceId: '0193f3a0-0000-7000-8000-000000000001' };
const page = { path: '/home', isDataRequest: false };

/** @param found what the table has under the id that is shown */
async function ask(found: typeof device | null, { asked = page, proof = 'right', id = 'one' } = {}) {
  const sessions = { find: vi.fn(() => Promise.resolve(found)), touch: vi.fn(() => Promise.resolve()) };
  const isProved = vi.fn((_found: unknown, shown: string | undefined) => shown === 'right');
  const standing = await standingOf(asked, { id, proof }, { sessions, isProved });
  const is = Object.entries(standing).flatMap(([name, session]) => (session ? [name] : []));
  return { is, looked: sessions.find.mock.calls.length, proved: isProved.mock.calls.length, touched: sessions.touch.mock.calls };
}

describe('where a request stands (R6)', () => {
  it('is in a session that it uses, its proof opened once', async () => {
    expect(await ask(device)).toEqual({ is: ['session'], looked: 1, proved: 1, touched: [['one']] });
  });

  it('is in a session that it does not use by what pages do by themselves', async () => {
    const itself = { is: ['session'], looked: 1, proved: 1, touched: [] };
    expect(await ask(device, { asked: { path: '/ticket', isDataRequest: false } })).toEqual(itself);
    expect(await ask(device, { asked: { path: '/home', isDataRequest: true } })).toEqual(itself);
  });

  it('has yet to prove its device, and uses nothing until then', async () => {
    expect(await ask(device, { proof: 'wrong' })).toEqual({ is: ['unproved'], looked: 1, proved: 1, touched: [] });
  });

  it('is locked, whatever it proves', async () => {
    expect(await ask({ ...device, locked: true })).toEqual({ is: ['locked'], looked: 1, proved: 0, touched: [] });
  });

  it('is nowhere without a sign-in, and for whoever asks after the portal itself', async () => {
    expect(await ask(null)).toEqual({ is: [], looked: 1, proved: 0, touched: [] });
    for (const more of [{ id: '' }, { asked: { path: '/health', isDataRequest: false } }])
      expect(await ask(device, more)).toEqual({ is: [], looked: 0, proved: 0, touched: [] });
  });
});
