// Waiting for a condition, never for a time.
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../setup/say.mjs';

/**
 * @param {() => unknown} condition may be async; truthy ends the wait
 * @param {{timeoutMs: number, everyMs?: number, what?: string, orElse?: unknown}} options `orElse` is given back instead of failing
 */
export async function waitUntil(condition, { timeoutMs, everyMs = 50, what = '', orElse }) {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (performance.now() >= end) break;
    await pause(everyMs);
  }
  if (orElse !== undefined) return orElse;
  throw new Problem(
    `${what} を待ちましたが、${Math.round(timeoutMs / 1000)} 秒たっても応答がありません。`,
    `Waited ${Math.round(timeoutMs / 1000)} s for ${what} in vain.`,
  );
}

/** @returns {Promise<boolean>} whether /health answers 200 */
export async function isHealthy(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}
