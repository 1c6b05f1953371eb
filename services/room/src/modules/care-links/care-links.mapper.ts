/** From rows to what the API shows. */
import type { Locale } from '@heya/service-common/errors';
import { referTo } from '../foreign/index.ts';
import { professionLabel } from '../membership/index.ts';
import type { CareLinksRow } from './care-links.repository.ts';
import type { CareLinksType } from './care-links.type.ts';

/** Five organisations, as the facility standard asks (infra/decisions/0033). */
const required = 5;

interface Reading {
  month: string;
  ownFacilityId: string | null;
  locale: Locale;
}

export function toCareLinks({ facilities, linked_over_all }: CareLinksRow, { month, ownFacilityId, locale }: Reading): CareLinksType {
  const linked = facilities.map(({ facility_id, name, professions, people, since, until }) => ({
    facility: referTo(facility_id),
    facilityName: name,
    professionLabels: professions.map((profession) => professionLabel(profession, locale) ?? profession),
    people,
    since: new Date(since),
    until: until === null ? null : new Date(until),
    isOwn: facility_id === ownFacilityId,
  }));
  return {
    month,
    required,
    facilities: linked,
    linkedHere: linked.filter(({ isOwn }) => !isOwn).length,
    linkedOverAll: linked_over_all,
  };
}
