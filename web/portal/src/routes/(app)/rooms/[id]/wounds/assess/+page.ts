import { error } from '@sveltejs/kit';
import { WoundToAssessDocument, WoundToCorrectDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const [woundId, correctsId] = ['wound', 'corrects'].map((name) => event.url.searchParams.get(name));
  const { room } = await ask(event, WoundToAssessDocument, { roomId: event.params.id, woundId: woundId ?? null });
  if (!room || (woundId && !room.patient.wounds?.length)) error(404);
  const corrected = correctsId ? (await ask(event, WoundToCorrectDocument, { id: correctsId })).post?.wound : null;
  if (correctsId && !corrected?.isCurrent) error(404);
  return { woundId: woundId ?? null, wounds: room.patient.wounds ?? [], corrected: corrected ?? null };
};
