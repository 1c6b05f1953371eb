import { describe, expect, it } from 'vitest';
import type { ConsentViewFragment } from '@heya/client/generated/graphql';
import { changes, toTicks, widens } from './amendment.ts';

type Answer = ConsentViewFragment['categories'][number];
const answer = (category: Answer['category'], granted: boolean, visibleToFamily = false): Answer => ({
  category,
  granted,
  mandatory: false,
  visibleToFamily,
  visibleToPartners: false,
});
const before = [answer('DEMOGRAPHICS', true, true), answer('MEDICATIONS', false)];

describe('amending a consent (R9)', () => {
  it('is nothing while the answers are the same', () => {
    expect([changes(before, toTicks(before)), widens(before, toTicks(before))]).toEqual([false, false]);
  });

  it('narrows by taking a class or a recipient away', () => {
    const less = { ...toTicks(before), DEMOGRAPHICS: { granted: true, family: false, partners: false } };
    expect([changes(before, less), widens(before, less)]).toEqual([true, false]);
  });

  it('widens by one class or recipient more, whatever is taken away beside it', () => {
    const more = {
      DEMOGRAPHICS: { granted: false, family: false, partners: false },
      MEDICATIONS: { granted: true, family: false, partners: false },
    };
    expect([changes(before, more), widens(before, more)]).toEqual([true, true]);
  });

  it('does not count a recipient of what is not granted at all', () => {
    const idle = { ...toTicks(before), MEDICATIONS: { granted: false, family: true, partners: true } };
    expect([changes(before, idle), widens(before, idle)]).toEqual([false, false]);
  });
});
