import { error } from '@sveltejs/kit';
import { ConsentScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async (event) => {
  const { room } = await ask(event, ConsentScreenDocument, { roomId: event.params.id });
  if (!room) error(404);
  const { id: patientId, consent, consents } = room.patient;
  return { patientId, consent, consents: consents ?? [] };
};
