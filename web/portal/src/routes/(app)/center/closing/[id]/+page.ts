import { error } from '@sveltejs/kit';
import { RetentionScreenDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const { roomRetention } = await ask(event, RetentionScreenDocument, { roomId: event.params.id });
  if (!roomRetention) error(404);
  return { retention: roomRetention };
};
