/** Lists around applications: where one can apply, what was filed for a facility, and who has an ID already. */
import { auditAll } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import { isOfficer } from '@heya/service-common/viewer';
import type { IdentityContext } from '../../context.ts';
import { findMatches, type IdentityMatch } from '../issue/index.ts';
import { decider, findInReview } from './id-application.access.ts';
import type { IdApplication } from './id-application.entity.ts';
import { applicationsOfFacility, listDistricts } from './id-application.repository.ts';
import { openPeople } from './people.policy.ts';

/** Names of districts are no secret: whoever applies has to choose one. */
export const districtsToApplyTo = (context: IdentityContext): Promise<{ id: string; name: string }[]> => context.asService(listDistricts);

export interface Paging {
  first: number;
  after: string | null | undefined;
}

/** Newest first, for officers and who administers the facility; null for everybody else. */
export async function applicationsFor(
  context: IdentityContext,
  facility: { id: string; districtId: string },
  { first, after }: Paging,
): Promise<Connection<IdApplication> | null> {
  const size = requirePageSize(first);
  const kind = `idApplications:${facility.id}`;
  const position = openCursor(context.seal, kind, after) as [string, string] | undefined;
  const rows = await context.asService(async (tx) => {
    const decision = (await decider(tx, context))({ districtId: facility.districtId, facilityId: facility.id });
    if (!decision.allowed) return null;
    const found = await applicationsOfFacility(tx, facility.id, { limit: size + 1, after: position });
    const { authority } = decision;
    await auditAll(
      tx,
      context,
      found.slice(0, size).map(({ id }) => ({ authority, action: 'VIEW', categories: [], subjectType: 'IdApplication', subjectId: id })),
    );
    return found;
  });
  return (
    rows &&
    toConnection({
      seal: context.seal,
      kind,
      rows,
      size,
      continued: position !== undefined,
      position: ({ submittedAt, id }) => [submittedAt.toISOString(), id],
    })
  );
}

type Matches = Map<string, IdentityMatch[]>;

/** One search for all people of an application, however many of them are asked about. */
const searched = new WeakMap<IdentityContext, Map<string, Promise<Matches>>>();

/** For officers of the district it was filed in, while there is something to decide. */
export async function matchesOf(
  context: IdentityContext,
  { applicationId, applicantId }: { applicationId: string; applicantId: string },
): Promise<(IdentityMatch & { isElsewhere: boolean })[]> {
  const { viewer } = context;
  // What was sent back with mistakes has no id yet.
  if (!isOfficer(viewer) || !isId(applicationId)) return [];
  const known = searched.get(context) ?? new Map<string, Promise<Matches>>();
  searched.set(context, known);
  const search = known.get(applicationId) ?? searchMatches(context, applicationId);
  known.set(applicationId, search);
  const found = (await search).get(applicantId) ?? [];
  return found.map((match) => ({ ...match, isElsewhere: match.districtId !== viewer.districtId }));
}

/** Each one found has a line in the record of their own district: all districts are looked through (R32). */
const searchMatches = (context: IdentityContext, applicationId: string): Promise<Matches> =>
  context.asService(async (tx) => {
    const row = await findInReview(tx, context, applicationId);
    if (!row) return new Map<string, IdentityMatch[]>();
    const open = row.details.kind === 'ISSUE' ? openPeople(row.details.applicants, row.issued) : [];
    const found = await findMatches(tx, open, row.id);
    const people = new Map([...found.values()].flat().map(({ userId, districtId }) => [userId, districtId]));
    await auditAll(tx, context, [
      { authority: 'REVIEW', action: 'SEARCH', categories: [], subjectType: 'IdApplication', subjectId: row.id },
      ...[...people].map(([userId, districtId]) => ({
        ...{ authority: 'REVIEW', action: 'VIEW' as const, categories: [] },
        ...{ subjectType: 'User', subjectId: userId, districtId },
      })),
    ]);
    return found;
  });
