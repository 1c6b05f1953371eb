import { ApplicationDistrictsDocument } from '@heya/client/generated/graphql';
import { askPublic } from '#lib/id-application/ask.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async (event) => {
  const { applicationDistricts } = await askPublic(event, ApplicationDistrictsDocument, {});
  return { districts: applicationDistricts };
};
