import { DevicesScreenDocument } from '@heya/client/generated/graphql';
import { redirect } from '@sveltejs/kit';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { viewer } = await ask(event, DevicesScreenDocument, {});
  if (!viewer) redirect(303, '/?problem=ended');
  return { devices: viewer.devices, standing: viewer.deviceStanding, own: viewer };
};
