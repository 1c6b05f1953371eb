import { NotificationSettingsDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { viewer } = await ask(event, NotificationSettingsDocument, {});
  const rooms = (viewer?.rooms?.nodes ?? []).flatMap(({ id, patient }) => (patient?.name ? [{ id, name: patient.name }] : []));
  const device = { pushKey: viewer?.pushKey ?? null, endpoints: viewer?.pushEndpoints ?? [] };
  return { mail: viewer?.mailSettings ?? null, preferences: viewer?.notificationPreferences ?? null, rooms, device };
};
