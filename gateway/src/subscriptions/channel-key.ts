/** Who may share an answer: the same operation, the same variables, the same visibility class. */
import { createHash } from 'node:crypto';
import type { Viewer } from '@heya/service-common/viewer';

/** Under whose eyes events of a channel are resolved. */
export interface VisibilityClass {
  viewer: Viewer;
  /** Posts of a wider circle than this never enter; undefined where the stream knows no audience. */
  audience?: 'CARE_TEAM' | 'EVERYONE';
  /** Subject (a room, mostly) and the epoch the class was formed under; an older epoch delivers nothing. */
  subject: { id: string; epoch: number };
  /** Keeps the channel to one subscriber. */
  only?: string;
}

/**
 * @param operation hash of the document
 * @param variables coerced, without the resume cursor
 */
export function channelKey(operation: string, variables: Readonly<Record<string, unknown>>, seenBy: VisibilityClass): string {
  return digest(canonical([operation, variables, seenBy]));
}

/** JSON with sorted names, so that equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(byName)) : inner,
  );
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

export const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
