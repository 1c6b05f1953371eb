import { describe, expect, it } from 'vitest';
import { type Consents, heldIn, isWhole, monthFrom } from './proof.ts';

type Visit = Parameters<typeof isWhole>[0];
const visit = (facts: object): Visit =>
  ({ visit: { nextVisitOn: '2026-11-24', planChanged: false, planChange: null, ...facts } }) as unknown as Visit;

describe('the monthly proof', () => {
  it('is of the present month in Japan unless another is asked for', () => {
    expect([monthFrom('2026-10'), monthFrom('2026-13'), monthFrom(null, new Date('2026-10-31T15:00:00Z'))]).toEqual([
      '2026-10',
      expect.any(String),
      '2026-11',
    ]);
  });

  it('counts consents that held at any moment of it', () => {
    const consent = (id: string, facts: object) => ({ id, signedAt: '2026-10-05T00:00:00Z', withdrawnAt: null, expiresOn: null, ...facts });
    const all = [
      consent('held', {}),
      consent('later', { signedAt: '2026-11-30T15:00:00Z' }),
      consent('ended before', { withdrawnAt: '2026-10-31T14:59:00Z' }),
      consent('ended in it', { withdrawnAt: '2026-10-31T15:01:00Z' }),
      consent('ran out', { expiresOn: '2026-10-31' }),
      consent('unsigned', { signedAt: null }),
    ] as unknown as Consents;
    expect(heldIn(all, '2026-11').map(({ id }) => id)).toEqual(['held', 'ended in it']);
    expect(heldIn(null, '2026-11')).toEqual([]);
  });

  it('takes a visit as whole with its next day, and with what changed where the plan did', () => {
    expect([
      isWhole(visit({})),
      isWhole(visit({ nextVisitOn: null })),
      isWhole(visit({ planChanged: true })),
      isWhole(visit({ planChanged: true, planChange: 'x' })),
    ]).toEqual([true, false, false, true]);
  });
});
