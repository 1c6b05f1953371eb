import { RecordScreenDocument } from '@heya/client/generated/graphql';
import { readQuestion, toFilter } from '#lib/access/record-question.ts';
import { ask } from '#lib/api.ts';
import { dayInJapan } from '#lib/format/dates.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const question = readQuestion(event.url.searchParams, dayInJapan());
  const { accessLog } = await ask(event, RecordScreenDocument, { filter: toFilter(question), first: 100 });
  return { log: accessLog, question };
};
