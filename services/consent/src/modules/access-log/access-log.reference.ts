import type { ConsentContext } from '../platform/index.ts';
import { toEntry } from './access-log.mapper.ts';
import { readEntry } from './access-log.service.ts';
import type { AccessLogEntryType } from './access-log.type.ts';

export async function resolveEntry({ id }: { id: string }, context: ConsentContext): Promise<AccessLogEntryType | null> {
  const row = await readEntry(context, id);
  return row && toEntry(row, context.locale);
}
