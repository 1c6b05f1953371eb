import { error } from '@sveltejs/kit';
import { FeeProofScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { monthFrom } from '#lib/fee/proof.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const month = monthFrom(event.url.searchParams.get('month'));
  const { room } = await ask(event, FeeProofScreenDocument, { roomId: event.params.id, month });
  if (!room?.careLinks) error(404);
  return {
    month,
    links: room.careLinks,
    visits: room.visits ?? [],
    records: room.recordsByFacility ?? [],
    consents: room.patient.consents,
  };
};
