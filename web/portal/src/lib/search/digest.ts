/** What changed since one's last visit, in a few words (R30). */
import type { VisitDigestPartsFragment } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

type Counts = Pick<VisitDigestPartsFragment, 'postCount' | 'importantCount' | 'openAskCount' | 'missedMedicines' | 'lowMeals'>;
type Lists = Partial<Record<'vitalsOutOfRange' | 'woundChanges', readonly unknown[]>>;

/** @returns nothing when nothing changed */
export function digestWords(digest: Counts & Lists): string[] {
  const { vitalsOutOfRange = [], woundChanges = [] } = digest;
  return [
    ...(digest.postCount ? [m.digest_posts({ count: digest.postCount })] : []),
    ...(digest.importantCount ? [m.digest_important({ count: digest.importantCount })] : []),
    ...(vitalsOutOfRange.length ? [m.digest_values({ count: vitalsOutOfRange.length })] : []),
    ...(digest.missedMedicines ? [m.digest_medicines({ count: digest.missedMedicines })] : []),
    ...(digest.lowMeals ? [m.digest_meals({ count: digest.lowMeals })] : []),
    ...(woundChanges.length ? [m.digest_wounds({ count: woundChanges.length })] : []),
    ...(digest.openAskCount ? [m.digest_asks({ count: digest.openAskCount })] : []),
  ];
}
