/** Reading the record of one patient; reading it is itself recorded. */
import { audit } from '@heya/service-common/audit';
import { isCodedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { ConsentContext, PersonName } from '../platform/index.ts';
import { findStanding } from '../projection/index.ts';
import { canReadLog } from './access-log.policy.ts';
import { type EntryRow, type LogPage, selectEntries, selectEntriesById } from './access-log.repository.ts';

const kind = 'patient.accessLog';

export interface LogQuestion {
  patientId: string;
  first: number;
  after?: string | null | undefined;
  filter: LogPage['filter'];
}

/** An entry with who it was, as far as the reader may know. */
export interface NamedEntry extends EntryRow {
  actor: { name: string; facilityId: string | null } | undefined;
}

/** @returns null for whoever may not see who looked (R33) */
export async function readLog(context: ConsentContext, question: LogQuestion): Promise<Connection<NamedEntry> | null> {
  const page = await readPage(context, question);
  if (!page) return null;
  const nodes = await nameActors(context, page.nodes);
  return { ...page, nodes, edges: page.edges.map((edge, index) => ({ ...edge, node: nodes[index] as NamedEntry })) };
}

async function readPage(context: ConsentContext, { patientId, first, after, filter }: LogQuestion): Promise<Connection<EntryRow> | null> {
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after);
  if (!isId(patientId) || (filter.actorId && !isId(filter.actorId))) return null;
  await context.requireFresh();
  return context.read(async (tx) => {
    if (!(await mayRead(tx, context, patientId))) return null;
    const rows = await selectEntries(tx, {
      patientId,
      size,
      filter,
      after: position && { at: String(position[0]), id: String(position[1]) },
    });
    return toConnection({
      seal: context.cursors,
      kind,
      rows,
      size,
      continued: position !== undefined,
      position: ({ at, id }) => [new Date(at).toISOString(), id],
    });
  });
}

async function mayRead(tx: Em, context: ConsentContext, patientId: string): Promise<boolean> {
  const standing = await findStanding(tx, patientId);
  const about = { subjectType: 'AccessLogEntry', subjectId: null, categories: [], patientId };
  if (!standing || !canReadLog(standing)) {
    await audit(tx, context, { ...about, authority: standing?.relation ?? 'NONE', action: 'DENIED', outcome: 'DENIED_ROLE' });
    return false;
  }
  await audit(tx, context, { ...about, authority: standing.relation, action: 'VIEW', roomId: standing.room_id });
  return true;
}

/** One entry by id, to whoever may see its patient's record: a look at the record like any other. */
export async function readEntry(context: ConsentContext, id: string): Promise<NamedEntry | null> {
  if (!isId(id)) return null;
  await context.requireFresh();
  const rows = await context.read(async (tx) => {
    const found = await selectEntriesById(tx, [id]);
    const patientId = found[0]?.line.patientId;
    return patientId && (await mayRead(tx, context, patientId)) ? found : [];
  });
  const [entry] = await nameActors(context, rows);
  return entry ?? null;
}

/** Names come from identity under the reader's own authority; without them the record is still readable. */
async function nameActors(context: ConsentContext, rows: readonly EntryRow[]): Promise<NamedEntry[]> {
  const ids = rows.flatMap(({ line }) => line.actorId ?? []);
  const people = await context.identity.people(ids, context).catch((error: unknown) => {
    if (isCodedError(error)) return new Map<string, PersonName>();
    throw error;
  });
  return rows.map((row) => {
    const person = people.get(row.line.actorId ?? '');
    return { ...row, actor: person && { name: person.displayName, facilityId: person.facilityId } };
  });
}
