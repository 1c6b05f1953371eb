import type { Locale } from '@heya/service-common/errors';
import { stub } from '../stub/index.ts';
import { actorLabel, subjectLabel } from './access-log.label.ts';
import type { NamedEntry } from './access-log.service.ts';
import type { AccessLogEntryType } from './access-log.type.ts';

export function toEntry({ id, at, line, entry_hash: entryHash, actor_role: role, actor }: NamedEntry, locale: Locale): AccessLogEntryType {
  return {
    id,
    at: new Date(at),
    actor: stub(line.actorId),
    actorName: actor?.name ?? actorLabel(line, role, locale),
    actorFacility: stub(actor?.facilityId),
    apiClientName: null,
    action: line.action,
    category: line.categories[0] ?? null,
    subjectLabel: subjectLabel(line, locale),
    subjectId: line.subjectId,
    outcome: line.outcome,
    entryHash,
  };
}
