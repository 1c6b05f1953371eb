/** A patient's record of a period as a file to keep (R32, R33), with the hashes by which it can be held against the chain. */
import { createHash } from 'node:crypto';
import { problem } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { categoryLabels, type ConsentContext, type ConsentProblem } from '../platform/index.ts';
import { accessLog, nameActors, type NamedEntry } from './access-log.service.ts';
import { toCsv } from './access-log.csv.policy.ts';
import { actionLabel, actorLabel, authorityLabel, columnLabels, outcomeLabel, subjectLabel } from './access-log.label.ts';
import { periodOf } from './access-log.period.policy.ts';
import { type EntryRow, type LogFilter, selectEntries } from './access-log.repository.ts';

/** What a screen and a request can bear; a longer record is taken month by month. */
const mostRows = 5000;

export interface LogExport {
  csv: string | null;
  sha256: string | null;
  rows: number | null;
  problems: ConsentProblem[];
}

const refused = (...problems: ConsentProblem[]): LogExport => ({ csv: null, sha256: null, rows: null, problems });

/** @param wanted days of the export, both included */
export async function exportLog(
  context: ConsentContext,
  { patientId, ...wanted }: { patientId: string; from: string; to: string },
): Promise<LogExport> {
  if (!isId(patientId)) return refused(problem('NOT_FOUND', ['patientId']));
  const period = periodOf(wanted.from, wanted.to);
  if (!period) return refused(problem('INVALID', ['to']));
  await context.requireFresh();
  try {
    const rows = await context.read(async (tx) => {
      const standing = await accessLog(tx, context, { patientId, action: 'EXPORT' });
      return standing && selectAll(tx, { patientId, ...period });
    });
    return rows ? toFile(context, await nameActors(context, rows.reverse())) : refused(problem('NOT_FOUND', ['patientId']));
  } catch (error) {
    if (error instanceof TooLong) return refused(problem('TOO_LONG', ['to'], { max: `${mostRows}` }));
    throw error;
  }
}

/** Ends the transaction: an export that does not take place is not in the record. */
class TooLong extends Error {
  override name = 'TooLong';
}

/** @throws TooLong */
async function selectAll(tx: Em, filter: LogFilter): Promise<EntryRow[]> {
  const rows = await selectEntries(tx, { size: mostRows, filter });
  if (rows.length > mostRows) throw new TooLong();
  return rows;
}

function toFile(context: ConsentContext, entries: readonly NamedEntry[]): LogExport {
  const csv = toCsv([columnLabels(context.locale), ...entries.map((entry) => toRow(context, entry))]);
  return { csv, sha256: createHash('sha256').update(csv).digest('hex'), rows: entries.length, problems: [] };
}

const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'medium' });

function toRow({ locale }: ConsentContext, entry: NamedEntry): string[] {
  const { line } = entry;
  const language = locale === 'en' ? 'en' : 'ja';
  return [
    String(entry.seq),
    inJapan.format(new Date(entry.at)),
    entry.actor?.name ?? actorLabel(line, entry.actor_role, locale),
    actionLabel(line, locale),
    subjectLabel(line, locale),
    line.categories.map((category) => categoryLabels[category][language]).join(' / '),
    authorityLabel(line, locale),
    line.device ?? '',
    outcomeLabel(line, locale),
    entry.id,
    entry.entry_hash,
  ];
}
