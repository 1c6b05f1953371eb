/** The officer's search over the record of the district (R32). Who searches is found in it too. */
import { audit } from '@heya/service-common/audit';
import { codedError } from '@heya/service-common/errors';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import type { Connection } from '@heya/service-common/pagination';
import type { ConsentContext } from '../platform/index.ts';
import { findPlace } from '../projection/index.ts';
import { can } from './access-log.policy.ts';
import type { LogFilter } from './access-log.repository.ts';
import { type LogQuestion, nameConnection, type NamedEntry, openPage, readPage } from './access-log.service.ts';

/** @throws FORBIDDEN for whoever is no officer, BAD_USER_INPUT for a search of everything */
export async function searchLog(context: ConsentContext, question: LogQuestion): Promise<Connection<NamedEntry>> {
  const opened = openPage(context, 'accessLog', question);
  if (!isNarrow(question.filter))
    throw codedError('BAD_USER_INPUT', '利用者・行った人・期間のどれかを指定してください / Give a patient, a person or a period');
  await context.requireFresh();
  const page = await context.read(async (tx) =>
    (await recordSearch(tx, context, question.filter.patientId))
      ? readPage(tx, context, { ...opened, filter: question.filter })
      : undefined,
  );
  if (!page) throw codedError('FORBIDDEN');
  return nameConnection(context, page);
}

/** Everything at once is no search. */
const isNarrow = ({ patientId, actorId, from }: LogFilter): boolean => Boolean(patientId ?? actorId ?? from);

/** @param patientId whose record is searched, when it is one patient's @returns whether the viewer may search */
export async function recordSearch(tx: Em, context: ConsentContext, patientId?: string | null): Promise<boolean> {
  const { viewer } = context;
  const decision = can(viewer, 'SEARCH', {});
  const place = patientId && isId(patientId) ? await findPlace(tx, patientId) : undefined;
  const isOwn = viewer.type === 'person' && place?.district_id === viewer.districtId;
  // A patient sees who was refused their record; an officer of another district leaves no trace in it, having seen nothing.
  const about = isOwn ? { patientId: place?.patient_id ?? null, roomId: place?.room_id ?? null } : {};
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
