import type { Locale } from '@heya/service-common/errors';
import type { Connection } from '@heya/service-common/pagination';
import { referTo } from '../foreign/index.ts';
import { actorLabel, authorityLabel, deviceLabel, subjectLabel } from './access-log.label.ts';
import type { NamedEntry } from './access-log.service.ts';
import type { AccessLogConnection, AccessLogEntryType } from './access-log.type.ts';

export function toEntry({ id, at, line, entry_hash: entryHash, actor_role: role, actor }: NamedEntry, locale: Locale): AccessLogEntryType {
  return {
    id,
    at: new Date(at),
    actor: referTo(line.actorId),
    actorName: actor?.name ?? actorLabel(line, role, locale),
    actorFacility: referTo(line.facilityId ?? actor?.facilityId),
    apiClientName: null,
    action: line.action,
    category: line.categories[0] ?? null,
    categories: line.categories,
    subjectLabel: subjectLabel(line, locale),
    subjectId: line.subjectId,
    deviceLabel: deviceLabel(line),
    authorityLabel: authorityLabel(line, locale),
    outcome: line.outcome,
    entryHash,
  };
}

export function toConnection(page: Connection<NamedEntry>, locale: Locale): AccessLogConnection {
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: toEntry(node, locale) }));
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}
