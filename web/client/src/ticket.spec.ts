import { describe, expect, it } from 'vitest';
import { ticketDesk } from './ticket.ts';

const numbered = () => {
  let asked = 0;
  const ask = () => Promise.resolve({ ticket: `t${++asked}`, url: 'ws://gateway/graphql' });
  return { ask, asked: () => asked };
};

describe('tickets for sockets', () => {
  it('are asked for once, however many streams begin together', async () => {
    const { ask, asked } = numbered();
    const desk = ticketDesk(ask, () => true);
    await Promise.all([desk.prepare(), desk.prepare(), desk.prepare()]);
    expect([asked(), desk.url(), desk.take(), desk.take()]).toEqual([1, 'ws://gateway/graphql', 't1', undefined]);
  });

  it('are not asked for while a socket is open', async () => {
    const { ask, asked } = numbered();
    expect(await ticketDesk(ask, () => false).prepare()).toBe(true);
    expect(asked()).toBe(0);
  });

  it('are asked for anew after one was taken or one failed', async () => {
    const answers = [
      () => Promise.reject(new Error('down')),
      () => Promise.resolve({ ticket: 'a', url: 'u' }),
      () => Promise.resolve(null),
    ];
    const desk = ticketDesk(
      () => answers.shift()!(),
      () => true,
    );
    await expect(desk.prepare()).rejects.toThrow('down');
    expect([await desk.prepare(), desk.take(), await desk.prepare()]).toEqual([true, 'a', false]);
  });
});
