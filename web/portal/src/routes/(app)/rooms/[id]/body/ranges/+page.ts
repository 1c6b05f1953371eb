import { error } from '@sveltejs/kit';
import { VitalRangesDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  event.depends('room:ranges');
  const { room } = await ask(event, VitalRangesDocument, { roomId: event.params.id });
  if (!room) error(404);
  const { vitalRanges, vitalRangesVersion, vitalRangeHistory, viewerCanSetVitalRanges } = room.patient;
  return {
    set: {
      ranges: vitalRanges,
      version: vitalRangesVersion ?? 0,
      history: vitalRangeHistory ?? [],
      maySet: viewerCanSetVitalRanges ?? false,
    },
  };
};
