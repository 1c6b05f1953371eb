import { readRecords } from '#lib/room/read-records.ts';
import { monthOf } from '#lib/sheet/columns.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const now = new Date();
  const month = monthOf(event.url.searchParams.get('month'), now);
  return { month, now, sheet: { records: await readRecords(event, event.params.id, month) } };
};
