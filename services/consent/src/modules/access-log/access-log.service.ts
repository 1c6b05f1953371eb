/** Reading the record of one patient; reading it is itself recorded. */
import { audit } from '@heya/service-common/audit';
import { isCodedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import { type Connection, openCursor, requirePageSize, toConnection } from '@heya/service-common/pagination';
import type { ConsentContext, PersonName } from '../platform/index.ts';
import { findStanding, recordRefusal, type Standing } from '../projection/index.ts';
import { can, type LogAction } from './access-log.policy.ts';
import { type EntryRow, type LogFilter, selectEntries, selectEntriesById } from './access-log.repository.ts';

export interface LogQuestion {
  first: number;
  after?: string | null | undefined;
  filter: LogFilter;
}

/** An entry with who it was, as far as the reader may know. */
export interface NamedEntry extends EntryRow {
  actor: { name: string; facilityId: string | null } | undefined;
}

/** @returns null for whoever may not see who looked (R33) */
export async function readLog(context: ConsentContext, patientId: string, question: LogQuestion): Promise<Connection<NamedEntry> | null> {
  const opened = openPage(context, 'patient.accessLog', question);
  if (!isId(patientId)) return null;
  await context.requireFresh();
  const page = await context.read(async (tx) => {
    const standing = await accessLog(tx, context, { patientId, action: 'READ' });
    return standing ? readPage(tx, context, { ...opened, filter: { ...question.filter, patientId } }) : null;
  });
  return page && nameConnection(context, page);
}

interface OpenedPage {
  kind: string;
  size: number;
  after: { at: string; id: string } | undefined;
}

/** @throws BAD_USER_INPUT for a size or cursor that is none, and for ids that are none */
export function openPage(context: ConsentContext, kind: string, { first, after }: LogQuestion): OpenedPage {
  const size = requirePageSize(first);
  const position = openCursor(context.cursors, kind, after);
  return { kind, size, after: position && { at: String(position[0]), id: String(position[1]) } };
}

const idFilters = ['patientId', 'actorId', 'facilityId'] as const;

export async function readPage(
  tx: Em,
  { cursors: seal }: ConsentContext,
  { kind, size, after, filter }: OpenedPage & { filter: LogFilter },
): Promise<Connection<EntryRow>> {
  // What is no id is nobody's: asked for, it matches nothing.
  const isEmpty = idFilters.some((name) => filter[name] && !isId(filter[name]));
  const rows = isEmpty ? [] : await selectEntries(tx, { size, filter, after });
  return toConnection({
    seal,
    kind,
    rows,
    size,
    continued: after !== undefined,
    position: ({ at, id }) => [new Date(at).toISOString(), id],
  });
}

/** The one way to a patient's record. @returns how the viewer stands to the patient; undefined when refused. Either is a line of it. */
export async function accessLog(
  tx: Em,
  context: ConsentContext,
  { patientId, action }: { patientId: string; action: Exclude<LogAction, 'SEARCH'> },
): Promise<Standing | undefined> {
  const standing = await findStanding(tx, patientId);
  const decision = can(context.viewer, action, { standing });
  if (!standing || !decision.allowed) {
    await recordRefusal(tx, context, { subjectType: 'AccessLogEntry', aimedAt: patientId, subjectId: null });
    return undefined;
  }
  await audit(tx, context, {
    subjectType: 'AccessLogEntry',
    subjectId: null,
    categories: [],
    patientId,
    districtId: standing.district_id,
    roomId: standing.room_id,
    authority: decision.authority,
    action: action === 'EXPORT' ? 'EXPORT' : 'VIEW',
  });
  return standing;
}

/** One entry by id, to whoever may see its patient's record: a look at the record like any other. */
export async function readEntry(context: ConsentContext, id: string): Promise<NamedEntry | null> {
  if (!isId(id)) return null;
  await context.requireFresh();
  const rows = await context.read(async (tx) => {
    const found = await selectEntriesById(tx, [id]);
    const patientId = found[0]?.line.patientId;
    return patientId && (await accessLog(tx, context, { patientId, action: 'READ' })) ? found : [];
  });
  const [entry] = await nameActors(context, rows);
  return entry ?? null;
}

export async function nameConnection(context: ConsentContext, page: Connection<EntryRow>): Promise<Connection<NamedEntry>> {
  const nodes = await nameActors(context, page.nodes);
  return { ...page, nodes, edges: page.edges.map((edge, index) => ({ ...edge, node: nodes[index] as NamedEntry })) };
}

/** Names come from identity under the reader's own authority; without them the record is still readable. */
export async function nameActors(context: ConsentContext, rows: readonly EntryRow[]): Promise<NamedEntry[]> {
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
