import { afterEach, expect, it, vi } from 'vitest';
import { sharedActivity } from './shared-activity.ts';

afterEach(() => vi.resetModules());

it('brings a word to the other tabs, and never back to the one that said it: signing out must not be cut off by itself', async () => {
  const heard: string[] = [];
  const own: string[] = [];
  vi.resetModules();
  const { sharedActivity: inAnotherTab } = await import('./shared-activity.ts');
  const stops = [sharedActivity().hear((word) => own.push(word)), inAnotherTab().hear((word) => heard.push(word))];
  sharedActivity().say('OUT');
  await vi.waitFor(() => expect(heard).toEqual(['OUT']));
  inAnotherTab().say('BACK');
  await vi.waitFor(() => expect(own).toEqual(['BACK']));
  stops.forEach((stop) => stop());
});
