/** People who have an ID already, in any district (R3). */
import type { Em } from '@heya/service-common/orm';
import { findKnown } from './issue.repository.ts';
import { agreement, type Candidate, type IdentityMatch, isMatch, isStrong, nameKey } from './match.policy.ts';

/** @param tx of the service: other districts are looked through too @returns by candidate; what agrees most comes first */
export async function findMatches(tx: Em, candidates: readonly Candidate[]): Promise<Map<string, IdentityMatch[]>> {
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
        .filter(({ reasons }) => isMatch(reasons))
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
