/** Who changed what of a profile when (R20), as far as the viewer may read it. */
import { type AuditFacts, auditAll } from '@heya/service-common/audit';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { RoomContext } from '../platform/index.ts';
import { profileBlocks, type ProfileBlock } from './profile.block.ts';
import { type HistoryRow, selectHistory } from './profile.repository.ts';

interface Question {
  blocks?: readonly ProfileBlock[] | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** Classes that are not open to the viewer are left out: row-level security asks of each change by its class. */
export async function listHistory(
  context: RoomContext,
  patientId: string,
  { blocks, first, after }: Question,
): Promise<Connection<HistoryRow>> {
  const kind = `patient.profileHistory:${patientId}`;
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after) as [string, string, number] | undefined;
  return context.read(async (tx) => {
    const rows = await selectHistory(tx, { patientId, blocks: blocks ?? profileBlocks, after: position, limit: size + 1 });
    await auditAll(tx, context, linesOf(patientId, rows.slice(0, size)));
    return toConnection({
      seal: context.cursors,
      kind,
      rows,
      size,
      continued: position !== undefined,
      position: ({ changed_at, block, version }) => [changed_at, block, version],
    });
  });
}

/** One line a page, with the classes that stand on it. */
function linesOf(patientId: string, rows: readonly HistoryRow[]): AuditFacts[] {
  const [first] = rows;
  if (!first) return [];
  const categories = [...new Set(rows.map(({ category }) => category))];
  return [{ authority: first.authority, action: 'VIEW', categories, subjectType: 'Patient', subjectId: patientId, patientId }];
}
