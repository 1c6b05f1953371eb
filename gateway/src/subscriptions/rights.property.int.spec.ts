/** Whatever happens in whatever order, no event reaches a subscriber whose right had ended before it was delivered (R10, R14, R26). */
import { family, nurse, physician } from '@heya/testkit/viewers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AudienceModel } from '../testing/audience.ts';
import { Stage } from '../testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ leaseMs: 1500 });
});
afterAll(() => stage.close());

type Step = [string, (model: AudienceModel) => Promise<void>];

const person = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(person, fc.boolean())
      .map(([who, resumes]): Step => [`subscribe ${who}${resumes ? ' with cursor' : ''}`, (model) => model.subscribe(who, resumes)]),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('CARE_TEAM' as const, 'EVERYONE' as const))
      .map(([count, audience]): Step => [`post ${count} ${audience}`, (model) => model.post(count, audience)]),
  },
  { weight: 2, arbitrary: fc.constant<Step>(['withdraw', (model) => model.withdraw()]) },
  { weight: 3, arbitrary: fc.constant<Step>(['grant again', (model) => model.grantAgain()]) },
  { weight: 3, arbitrary: person.map((who): Step => [`remove ${who}`, (model) => model.remove(who)]) },
  { weight: 3, arbitrary: person.map((who): Step => [`add ${who}`, (model) => model.add(who)]) },
  { weight: 1, arbitrary: fc.constant<Step>(['expire', (model) => model.expire()]) },
);
const leaseLost: Step = ['lose the lease', (model) => model.loseLease()];

let heard = 0;

async function hold(steps: readonly Step[]): Promise<void> {
  const model = new AudienceModel(stage, [physician(), nurse(), family()]);
  try {
    for (const [, take] of steps) {
      await take(model);
      await model.settle();
      expect(model.leaks()).toEqual([]);
    }
    await model.post(2, 'EVERYONE');
    await model.settle();
    expect(model.leaks()).toEqual([]);
  } finally {
    heard += model.told;
    model.close();
  }
}

const told = (steps: readonly Step[]) => steps.map(([name]) => name).join(', ');
const report = <T>(details: fc.RunDetails<[T]>, show: (value: T) => string) => {
  if (details.failed) throw new Error(`${show(details.counterexample?.[0] as T)}\nseed ${details.seed}\n${String(details.errorInstance)}`);
};

test('nobody hears what they have lost the right to', { timeout: 120_000 }, async () => {
  const sequences = fc.array(step, { minLength: 6, maxLength: 16 });
  const details = await fc.check(fc.asyncProperty(sequences, hold), { numRuns: 15, interruptAfterTimeLimit: 30_000, endOnFailure: true });
  report(details, told);
  expect(heard).toBeGreaterThan(details.numRuns);
});

test('nor around a moment in which nothing could be confirmed', { timeout: 120_000 }, async () => {
  const sequences = fc.tuple(fc.array(step, { minLength: 2, maxLength: 5 }), fc.array(step, { minLength: 2, maxLength: 6 }));
  const broken = fc.asyncProperty(sequences, ([before, after]) => hold([...before, leaseLost, ...after]));
  const details = await fc.check(broken, { numRuns: 3, interruptAfterTimeLimit: 25_000, endOnFailure: true });
  report(details, ([before, after]) => told([...before, leaseLost, ...after]));
});
