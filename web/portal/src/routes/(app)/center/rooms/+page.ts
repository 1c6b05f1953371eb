import { CenterRoomsDocument, FacilitySearchDocument } from '@heya/client/generated/graphql';
import { ask } from '#lib/api.ts';
import { asksForFacility, readRoomQuestion, toRoomFilter } from '#lib/center/room-question.ts';
import { dayInJapan } from '#lib/format/dates.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const question = readRoomQuestion(event.url.searchParams);
  const filter = toRoomFilter(question, dayInJapan());
  const [{ rooms }, found] = await Promise.all([
    ask(event, CenterRoomsDocument, { filter }),
    asksForFacility(question) ? ask(event, FacilitySearchDocument, { query: question.text }) : undefined,
  ]);
  return { question, filter, rooms, facilities: found?.facilities.nodes };
};
