import type { Locale } from '@heya/service-common/errors';
import { stub } from '../stub/index.ts';
import { actorLabel, subjectLabel } from './access-log.label.ts';
import type { EntryRow } from './access-log.repository.ts';
import type { AccessLogEntryType } from './access-log.type.ts';

export function toEntry({ id, at, line, entry_hash: entryHash, actor_name: name, actor_facility: facility }: EntryRow, locale: Locale): AccessLogEntryType {
  return {
    id, at: new Date(at), actor: stub(line.actorId), actorName: actorLabel(line, name, locale), actorFacility: stub(facility), apiClientName: null,
    action: line.action, category: line.categories[0] ?? null, subjectLabel: subjectLabel(line, locale), subjectId: line.subjectId,
    outcome: line.outcome, entryHash,
  };
}
