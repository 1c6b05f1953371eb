/** The officer's search over the record of the district (R32). Who searches is found in it too. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { Connection } from '@heya/service-common/pagination';
import { isPerson } from '@heya/service-common/viewer';
import { type ConsentContext, inputSentences } from '../platform/index.ts';
import { findPlace } from '../projection/index.ts';
import { isShort } from './access-log.period.policy.ts';
import { can } from './access-log.policy.ts';
import type { LogFilter } from './access-log.repository.ts';
import { type LogQuestion, nameConnection, type NamedEntry, openPage, readPage } from './access-log.service.ts';

/** @throws FORBIDDEN for whoever is no officer, BAD_USER_INPUT for a search of everything */
export async function searchLog(context: ConsentContext, question: LogQuestion): Promise<Connection<NamedEntry>> {
  const { viewer } = context;
  const { filter } = question;
  const opened = openPage(context, 'accessLog', question);
  await context.requireFresh();
  const page = await context.read(async (tx) => {
    if (!(await recordSearch(tx, context, filter.patientId)) || !isPerson(viewer)) return undefined;
    // Thrown within: a search that does not take place is not in the record, while one that was refused is.
    if (!isNarrow(filter, context.now())) throw codedError('BAD_USER_INPUT', inputSentences.searchTooWide);
    // Row-level security shows no other district; said here, the indexes lead there.
    return readPage(tx, context, { ...opened, filter: { ...filter, districtId: viewer.districtId } });
  });
  if (!page) throw codedError('FORBIDDEN');
  return nameConnection(context, page);
}

/** Everything at once is no search: it is of a patient, of a person, or of a month at most. */
const isNarrow = ({ patientId, actorId, from, to }: LogFilter, now: Date): boolean =>
  Boolean(patientId ?? actorId) || (from instanceof Date && isShort(from, to ?? now));

/** @param patientId whose record is searched, when it is one patient's @returns whether the viewer may search */
export async function recordSearch(tx: Em, context: ConsentContext, patientId?: string | null): Promise<boolean> {
  const { viewer } = context;
  const decision = can(viewer, 'SEARCH', {});
  const place = patientId && isId(patientId) ? await findPlace(tx, patientId) : undefined;
  const isOwn = viewer.type === 'person' && place?.districtId === viewer.districtId;
  // A patient sees who was refused their record; an officer of another district leaves no trace in it, having seen nothing.
  const about = isOwn ? { patientId: place?.patientId ?? null, roomId: place?.roomId ?? null } : {};
  await audit(tx, context, {
    subjectType: 'AccessLogEntry',
    subjectId: null,
    categories: [],
    ...about,
    authority: decision.allowed ? decision.authority : 'NONE',
    action: decision.allowed ? 'SEARCH' : 'DENIED',
    outcome: decision.allowed ? 'ALLOWED' : 'DENIED_ROLE',
  });
  return decision.allowed;
}
