/** Whom form 2-2 can be about. */
import { IdChangesDocument, type IdChangesQuery } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { everyPage } from '#lib/every-page.ts';
import { everybody } from '#lib/facility/everybody.ts';
import { asChange } from './form.ts';

export interface Named {
  id: string;
  displayName: string;
}

type Filing = NonNullable<NonNullable<IdChangesQuery['facility']>['idApplications']>['nodes'][number];

/** Who went on leave by a form and is not among the staff again. */
export function onLeaveOf(filings: readonly Filing[], staff: readonly Named[]): Named[] {
  const here = new Set(staff.map(({ id }) => id));
  const found = new Map<string, Named>();
  for (const { change: details } of filings) {
    const change = asChange(details);
    if (change?.kind !== 'LEAVE' || !change.carriedOutAt || !change.user || here.has(change.user.id)) continue;
    found.set(change.user.id, { id: change.user.id, displayName: change.personName });
  }
  return [...found.values()];
}

/** To the last page: somebody's leave may lie behind many newer forms. */
const allFilings = (event: Parameters<typeof ask>[0], facilityId: string): Promise<Filing[]> =>
  everyPage(async (after) => (await ask(event, IdChangesDocument, { facilityId, after })).facility?.idApplications);

export async function peopleToName(event: Parameters<typeof ask>[0], facilityId: string): Promise<{ people: Named[]; onLeave: Named[] }> {
  const [staff, filings] = await Promise.all([everybody(event, facilityId), allFilings(event, facilityId)]);
  const people = staff.map(({ user: { id, displayName } }) => ({ id, displayName }));
  return { people, onLeave: onLeaveOf(filings, people) };
}
