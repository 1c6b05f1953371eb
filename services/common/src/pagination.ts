/** Relay connections over keyset cursors: stable under insertion, never OFFSET. */
import type { CursorSeal } from './cursor.ts';
import { codedError } from './errors.ts';

export type Position = (string | number)[];

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number | null;
}

/** @throws BAD_USER_INPUT outside 1–100 */
export function requirePageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > 100)
    throw codedError('BAD_USER_INPUT', 'first / last は1から100まで / first and last take 1 to 100');
  return first;
}

/** @throws BAD_USER_INPUT for an altered cursor or one of another list */
export function openCursor(seal: CursorSeal, kind: string, cursor: string | null | undefined): Position | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const position = seal.open(kind, cursor);
  if (!position) throw codedError('BAD_USER_INPUT', 'カーソルが正しくありません / The cursor is not valid');
  return position;
}

interface PageParts<T> {
  seal: CursorSeal;
  kind: string;
  /** One row more than the page holds, when there is more. */
  rows: readonly T[];
  size: number;
  /** Whether the page was reached by `after` (or `before` when reversed). */
  continued: boolean;
  position(row: T): Position;
  totalCount?: number | null;
  /** Rows were read backwards (`last`/`before`). */
  reversed?: boolean;
}

export function toConnection<T>({
  seal,
  kind,
  rows,
  size,
  continued,
  position,
  totalCount = null,
  reversed = false,
}: PageParts<T>): Connection<T> {
  const more = rows.length > size;
  const page = rows.slice(0, size);
  if (reversed) page.reverse();
  const cursorOf = (node: T | undefined): string | null => (node === undefined ? null : seal.seal(kind, position(node)));
  // Sealed when asked for: most pages are read without the cursors of their middle.
  const edges = page.map((node) => ({
    node,
    get cursor() {
      return seal.seal(kind, position(node));
    },
  }));
  return {
    edges,
    nodes: page,
    pageInfo: {
      hasNextPage: reversed ? continued : more,
      hasPreviousPage: reversed ? more : continued,
      get startCursor() {
        return cursorOf(page[0]);
      },
      get endCursor() {
        return cursorOf(page.at(-1));
      },
    },
    totalCount,
  };
}
