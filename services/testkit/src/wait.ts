/** Waiting for a condition instead of sleeping. */

/** Asks again until the answer is truthy: a count of none is none. @returns that answer @throws after the time is up, saying what was awaited */
export async function until<T>(what: string, look: () => Promise<T> | T, timeoutMs = 15_000): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (let pause = 2; ; pause = Math.min(pause * 1.5, 50)) {
    const found = await look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
