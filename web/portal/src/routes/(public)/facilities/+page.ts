import { ApplicationDistrictsDocument, ParticipatingFacilitiesDocument } from '@heya/client/generated/graphql';
import { askPublic } from '#lib/id-application/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { applicationDistricts: districts } = await askPublic(event, ApplicationDistrictsDocument, {});
  const asked = event.url.searchParams.get('district');
  const district = districts.find(({ id }) => id === asked) ?? (districts.length === 1 ? districts[0] : undefined);
  const list = district && (await askPublic(event, ParticipatingFacilitiesDocument, { districtId: district.id })).participatingFacilities;
  return { districts, district, list };
};
