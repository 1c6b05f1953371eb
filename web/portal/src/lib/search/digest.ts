/** What changed since one's last visit, in a few words (R30). */
import type { VisitDigestPartsFragment } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

type Counts = Pick<VisitDigestPartsFragment, 'postCount' | 'importantCount' | 'openAskCount'>;
type Lists = Partial<Record<'vitalsOutOfRange' | 'woundChanges', readonly unknown[]>>;

/** @returns nothing when nothing changed */
export function digestWords({
  postCount,
  importantCount,
  openAskCount,
  vitalsOutOfRange = [],
  woundChanges = [],
}: Counts & Lists): string[] {
  return [
    ...(postCount ? [m.digest_posts({ count: postCount })] : []),
    ...(importantCount ? [m.digest_important({ count: importantCount })] : []),
    ...(vitalsOutOfRange.length ? [m.digest_values({ count: vitalsOutOfRange.length })] : []),
    ...(woundChanges.length ? [m.digest_wounds({ count: woundChanges.length })] : []),
    ...(openAskCount ? [m.digest_asks({ count: openAskCount })] : []),
  ];
}
