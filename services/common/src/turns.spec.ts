import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'whoever asks %i steps after the work ended is answered by a turn that began later',
    async (steps) => {
      let begun = 0;
      let finish = (): void => undefined;
      const turns = new Turns(() => {
        begun += 1;
        return new Promise((resolve) => (finish = resolve));
      });
      const first = turns.take();
      finish();
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      const before = begun;
      const second = turns.take();
      let isAnswered = false;
      void second.then(() => (isAnswered = true));
      while (begun === before) {
        await Promise.resolve();
        expect(isAnswered).toBe(false);
      }
      finish();
      await Promise.all([first, second]);
      expect(begun).toBe(2);
    },
  );

  it('goes on after a turn that failed', async () => {
    let failures = 1;
    const turns = new Turns(async () => {
      if (failures-- > 0) throw new Error('not now');
    });
    await expect(turns.take()).rejects.toThrow('not now');
    await turns.take();
    expect(failures).toBe(-1);
  });
});
