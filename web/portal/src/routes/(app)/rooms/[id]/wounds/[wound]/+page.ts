import { error } from '@sveltejs/kit';
import { WoundSeriesDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { room } = await ask(event, WoundSeriesDocument, { roomId: event.params.id, woundId: event.params.wound });
  const [wound] = room?.patient.wounds ?? [];
  if (!room || !wound) error(404);
  return { wound, patient: { name: room.patient.name, birthDate: room.patient.birthDate } };
};
