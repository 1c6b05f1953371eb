/** Which pledge stands in the way of everything else, and which is only asked for (R1). */
import type { ViewerFrameQuery } from '@heya/client/generated/graphql';

type Owed = NonNullable<ViewerFrameQuery['viewer']>['pledgesOwed'][number];

/** The person's own alone: over the signature of a facility nobody is locked out. */
export const holdsBack = (owed: readonly Owed[]): boolean => owed.some(({ form, isBlocking }) => form === 'FORM_1_2' && isBlocking);

/** @returns the first day, YYYY-MM-DD, on which what is owed blocks; null: none is set */
export const firstBlockingDay = (owed: readonly Owed[]): string | null =>
  owed.flatMap(({ blocksFrom }) => blocksFrom ?? []).sort()[0] ?? null;

export const pledgePage = '/pledge';
export const toPledge = (returnTo: string): string => `${pledgePage}?returnTo=${encodeURIComponent(returnTo)}`;
