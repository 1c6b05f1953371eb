/** Waiting for a condition, as the testkit does, with patience for a busy machine: these cases run a whole gateway each. */
import { until as untilSoon } from '@heya/testkit/wait';

export const until = <T>(what: string, look: () => Promise<T> | T, timeoutMs = 12_000): Promise<NonNullable<T>> =>
  untilSoon(what, look, timeoutMs);
