/**
 * Checks that run, on every screen: asked for every half minute while somebody looks, and when they come back. A roll call must reach
 * screens whose live connection the disaster has cut (infra/decisions/0054).
 */
import { onMount } from 'svelte';
import { type RunningSafetyChecksQuery, RunningSafetyChecksDocument } from '@heya/client/generated/graphql';
import { request } from '@heya/client/request';
import { provenFetch } from '#lib/device/prove.ts';

export type RunningCheck = RunningSafetyChecksQuery['activeSafetyChecks'][number];

const everyMs = 30_000;

/** Call while a component is being set up. @param mayAsk whether the viewer sees rooms at all */
export function runningChecks(mayAsk: () => boolean): { readonly checks: readonly RunningCheck[]; look: () => Promise<void> } {
  let checks = $state.raw<readonly RunningCheck[]>([]);
  /** What cannot be asked now is asked at the next time, and what is shown stays: asking by itself never leaves the page. */
  async function look(): Promise<void> {
    if (document.visibilityState !== 'visible' || !mayAsk()) return;
    await request(provenFetch, RunningSafetyChecksDocument, {}).then(
      ({ activeSafetyChecks }) => (checks = activeSafetyChecks),
      () => undefined,
    );
  }
  onMount(() => {
    void look();
    const timer = setInterval(() => void look(), everyMs);
    const back = (): void => void look();
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
    };
  });
  return {
    get checks() {
      return checks;
    },
    look,
  };
}
