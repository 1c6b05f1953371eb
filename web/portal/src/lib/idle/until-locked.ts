const againMs = 3_000;

/**
 * Asks the server to lock this browser's sign-in until it has (R6): to an open one, the locked screen is only a way back into the room.
 * @param ask brings the answer's status; nothing when nobody answers
 */
export async function untilLocked(ask: () => Promise<number | undefined>): Promise<void> {
  while ((await ask()) !== 204) await new Promise((resolve) => setTimeout(resolve, againMs));
}
