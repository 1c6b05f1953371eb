/** People who have an ID already, in any district (R3). */
import type { Em } from '@heya/service-common/orm';
import { declinedLinks, findKnown } from './issue.repository.ts';
import { agreement, type Candidate, type IdentityMatch, isMatch, isStrong, nameKey } from './match.policy.ts';

/**
 * @param tx of the service: other districts are looked through too
 * @param applicationId whose holders of IDs have said "not me" already: they are not asked again
 * @returns by candidate; what agrees most comes first
 */
export async function findMatches(tx: Em, candidates: readonly Candidate[], applicationId: string): Promise<Map<string, IdentityMatch[]>> {
  const declined = await declinedLinks(tx, applicationId);
  const hasDeclined = (applicantId: string, userId: string): boolean =>
    declined.some((link) => link.applicantId === applicantId && link.userId === userId);
  const all = (pick: (one: Candidate) => string | null): string[] => [...new Set(candidates.map(pick).filter((text) => text !== null))];
  const known = await findKnown(tx, {
    accountNames: all(({ existingAccountName }) => existingAccountName),
    licenceNumbers: all(({ licenceNumber }) => licenceNumber),
    emails: all(({ email }) => email),
    names: all(({ name }) => nameKey(name)),
    kana: all(({ nameKana }) => nameKey(nameKana)),
  });
  return new Map(
    candidates.map((candidate) => [
      candidate.id,
      known
        .map((person) => ({ person, reasons: agreement(candidate, person) }))
        .filter(({ person, reasons }) => isMatch(reasons) && !hasDeclined(candidate.id, person.userId))
        .map(({ person: { userId, districtId, districtName }, reasons }) => ({
          userId,
          districtId,
          districtName,
          reasons,
          isStrong: isStrong(reasons),
        }))
        .sort((one, other) => Number(other.isStrong) - Number(one.isStrong) || other.reasons.length - one.reasons.length),
    ]),
  );
}
