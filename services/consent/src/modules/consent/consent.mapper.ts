import type { Viewer } from '@heya/service-common/viewer';
import { categories, type ConsentContext, mandatoryCategories } from '../platform/index.ts';
import { referTo } from '../foreign/index.ts';
import { stateOf } from './consent.access.ts';
import { can, receiptNumberOf } from './consent.policy.ts';
import type { EventRow } from './consent.history.repository.ts';
import type { ConsentRow } from './consent.repository.ts';
import type { PaperRow } from './consent.paper.repository.ts';
import type { ConsentCategoryType, ConsentEventType, ConsentPaperType, ConsentType } from './consent.type.ts';

export function toConsent(row: ConsentRow, context: ConsentContext): ConsentType {
  const { viewer } = context;
  const status = stateOf(row, context);
  const facts = { standing: row.standing, status };
  const reasons = can(viewer, 'READ_REASONS', facts).allowed;
  return {
    id: row.id,
    patient: referTo(row.patient_id),
    status,
    version: row.version,
    categories: toCategories(row),
    giver: row.giver,
    giverName: row.giver_name,
    proxyRelation: row.proxy_relation,
    proxyReason: reasons ? row.proxy_reason : null,
    receiptNumber: receiptNumberOf(row.id),
    method: row.method,
    disasterUse: row.disaster_use,
    expiresOn: row.expires_on,
    textVersion: row.text_version,
    explainedBy: referTo(row.explained_by),
    explainedByName: row.explained_by_name,
    explainedAt: new Date(row.explained_at),
    signedAt: new Date(row.signed_at),
    activeSince: row.active_since ? new Date(row.active_since) : null,
    withdrawnAt: row.withdrawn_at ? new Date(row.withdrawn_at) : null,
    withdrawalReason: reasons ? row.withdrawal_reason : null,
    viewerCanWithdraw: can(viewer, 'WITHDRAW', facts).allowed,
    viewerCanAmend: can(viewer, 'AMEND', facts).allowed,
    viewerCanReview: can(viewer, 'REVIEW', facts).allowed,
    viewerCanAttach: can(viewer, 'ATTACH', facts).allowed,
    viewerCanPrint: can(viewer, 'READ_PAPER', facts).allowed,
    viewerCanRenew: can(viewer, 'SUBMIT', facts).allowed,
    standing: row.standing,
  };
}

/** In the order of the form. */
function toCategories(row: ConsentRow): ConsentCategoryType[] {
  return categories.flatMap((category) => {
    const found = row.categories.find((given) => given.category === category);
    return found ? [{ ...found, mandatory: mandatoryCategories.includes(category), changedAt: new Date(found.changedAt) }] : [];
  });
}

export function toEvent(row: EventRow, { standing }: ConsentType, viewer: Viewer): ConsentEventType {
  return {
    at: new Date(row.at),
    actor: referTo(row.actor_id),
    actorName: row.actor_name,
    kind: row.kind,
    note: can(viewer, row.kind === 'RETURNED' ? 'READ_RETURN' : 'READ_REASONS', { standing }).allowed ? row.note : null,
    consentVersion: row.consent_version,
    channel: row.channel,
    receivedAt: row.received_at ? new Date(row.received_at) : null,
  };
}

export const toPaper = (row: PaperRow): ConsentPaperType => ({
  id: row.id,
  pages: row.page_count,
  consentVersion: row.consent_version ?? 1,
  broughtAt: new Date(row.brought_at),
});
