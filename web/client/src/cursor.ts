/** Remembers how far a stream has come, so that a resume leaves no gap and a replay no double (R26). */
export interface CursorTrail {
  /** Where to resume; undefined before the first position is known. */
  readonly last: string | undefined;
  /** True the first time a cursor is met; a cursor met before is to be dropped. */
  admit(cursor: string): boolean;
}

/**
 * @param start position taken from a query before subscribing (`eventCursor`)
 * @param capacity cursors remembered; more than the server replays at once
 */
export function cursorTrail(start: string | undefined, capacity = 512): CursorTrail {
  const seen = new Set<string>(start ? [start] : []);
  let last = start;
  return {
    get last() {
      return last;
    },
    admit(cursor) {
      if (seen.has(cursor)) return false;
      seen.add(cursor);
      if (seen.size > capacity) seen.delete(seen.values().next().value!);
      last = cursor;
      return true;
    },
  };
}
