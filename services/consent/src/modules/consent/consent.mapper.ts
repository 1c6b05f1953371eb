import type { Viewer } from '@heya/service-common/viewer';
import { categories, type ConsentContext, mandatoryCategories } from '../platform/index.ts';
import { stub } from '../stub/index.ts';
import { stateOf } from './consent.access.ts';
import { can } from './consent.policy.ts';
import type { ConsentRow, EventRow } from './consent.repository.ts';
import type { ConsentCategoryType, ConsentEventType, ConsentType } from './consent.type.ts';

export function toConsent(row: ConsentRow, context: ConsentContext): ConsentType {
  const { viewer } = context;
  const status = stateOf(row, context);
  const facts = { standing: row.standing, status };
  const reasons = can(viewer, 'READ_REASONS', facts).allowed;
  return {
    id: row.id,
    patient: stub(row.patient_id),
    status,
    version: row.version,
    categories: toCategories(row),
    giver: row.giver,
    giverName: row.giver_name,
    proxyReason: reasons ? row.proxy_reason : null,
    method: row.method,
    disasterUse: row.disaster_use,
    expiresOn: row.expires_on,
    textVersion: row.text_version,
    explainedBy: stub(row.explained_by),
    explainedByName: row.explained_by_name,
    explainedAt: new Date(row.explained_at),
    signedAt: new Date(row.signed_at),
    activeSince: new Date(row.active_since),
    withdrawnAt: row.withdrawn_at ? new Date(row.withdrawn_at) : null,
    withdrawalReason: reasons ? row.withdrawal_reason : null,
    viewerCanWithdraw: can(viewer, 'WITHDRAW', facts).allowed,
    viewerCanAmend: can(viewer, 'AMEND', facts).allowed,
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
    actor: stub(row.actor_id),
    actorName: row.actor_name,
    kind: row.kind,
    note: can(viewer, 'READ_REASONS', { standing }).allowed ? row.note : null,
    consentVersion: row.consent_version,
  };
}
