/** The one way to a consent: members, who registered the patient, and the center of the district. Each look is a line of the record. */
import type { ConsentState } from '@heya/schema/events';
import { auditAll, type AuditFacts } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import { type ConsentContext, dayInJapan, dayMs } from '../platform/index.ts';
import { recordRefusal, recordRefusals, selectRelated } from '../projection/index.ts';
import { type EventRow, selectHistory } from './consent.history.repository.ts';
import { type PaperRow, selectPapers } from './consent.paper.repository.ts';
import { can, statusOn } from './consent.policy.ts';
import {
  type ConsentRow,
  lockConsent,
  selectAllOf,
  selectConsents,
  selectNewestOf,
  selectRunningOut,
  selectToAnswer,
} from './consent.repository.ts';

interface Loaders {
  byId: DataLoader<string, ConsentRow | null>;
  newestOf: DataLoader<string, ConsentRow | null>;
  allOf: DataLoader<string, ConsentRow[] | null>;
  history: DataLoader<string, EventRow[]>;
  papers: DataLoader<string, PaperRow[]>;
}

const known = new WeakMap<ConsentContext, Loaders>();

export function consentLoaders(context: ConsentContext): Loaders {
  const existing = known.get(context);
  if (existing) return existing;
  const read = async <T>(work: (tx: Em) => Promise<T>): Promise<T> => {
    await context.requireFresh();
    return context.read(work);
  };
  const created: Loaders = {
    byId: new DataLoader((ids) => read((tx) => accessConsents(tx, context, ids))),
    newestOf: new DataLoader((ids) => read((tx) => newestOf(tx, context, ids))),
    allOf: new DataLoader((ids) => read((tx) => allOf(tx, context, ids))),
    history: new DataLoader((ids) => read((tx) => historyOf(tx, ids))),
    papers: new DataLoader((ids) => read((tx) => papersOf(tx, ids))),
  };
  known.set(context, created);
  return created;
}

export const forgetConsents = (context: ConsentContext): boolean => known.delete(context);

async function accessConsents(tx: Em, context: ConsentContext, ids: readonly string[]): Promise<(ConsentRow | null)[]> {
  const rows = new Map((await selectConsents(tx, ids.filter(isId))).map((row) => [row.id, row]));
  const found = ids.map((id) => allowed(context, rows.get(id)));
  await recordLooks(tx, context, found);
  const refused = ids.filter((id, index) => isId(id) && !found[index]);
  await recordRefusals(
    tx,
    context,
    refused.map((id) => ({ subjectType: 'Consent', aimedAt: id })),
  );
  return found;
}

const allowed = (context: ConsentContext, row: ConsentRow | undefined): ConsentRow | null =>
  row && can(context.viewer, 'READ', row).allowed ? row : null;

export type ForChange = { row: ConsentRow; refusal?: undefined } | { row?: undefined; refusal: 'NOT_FOUND' | 'FORBIDDEN' };

/** @returns the consent, held until the transaction ends when it is in force; refused when the viewer may not do this with it */
export async function accessForChange(
  tx: Em,
  context: ConsentContext,
  { id, action }: { id: string; action: 'ATTACH' | 'REVIEW' | 'AMEND' | 'WITHDRAW' },
): Promise<ForChange> {
  if (!isId(id)) return { refusal: 'NOT_FOUND' };
  const row = (await lockConsent(tx, id)) ?? (await selectConsents(tx, [id]))[0];
  if (row && can(context.viewer, action, { standing: row.standing }).allowed) return { row };
  await recordRefusal(tx, context, { subjectType: 'Consent', aimedAt: id });
  return { refusal: row ? 'FORBIDDEN' : 'NOT_FOUND' };
}

/** The state as it counts today. */
export const stateOf = (row: ConsentRow, context: ConsentContext): ConsentState =>
  statusOn(row.status, row.expires_on, dayInJapan(context.now()));

async function newestOf(tx: Em, context: ConsentContext, patientIds: readonly string[]): Promise<(ConsentRow | null)[]> {
  const rows = new Map((await selectNewestOf(tx, patientIds.filter(isId))).map((row) => [row.patient_id, row]));
  const found = patientIds.map((id) => allowed(context, rows.get(id)));
  await recordLooks(tx, context, found);
  await recordStrangers(
    tx,
    context,
    patientIds.filter((id, index) => isId(id) && !found[index]),
  );
  return found;
}

/** @returns null for whoever has nothing to do with the patient */
async function allOf(tx: Em, context: ConsentContext, patientIds: readonly string[]): Promise<(ConsentRow[] | null)[]> {
  const wanted = patientIds.filter(isId);
  const rows = (await selectAllOf(tx, wanted)).filter((row) => allowed(context, row));
  await recordLooks(tx, context, rows);
  const related = await selectRelated(tx, wanted);
  await recordStrangers(tx, context, wanted);
  const byPatient = Map.groupBy(rows, ({ patient_id }) => patient_id);
  return patientIds.map((id) => (related.has(id.toLowerCase()) ? (byPatient.get(id) ?? []) : null));
}

/** A patient of one's own who has no consent yet is no refusal. */
async function recordStrangers(tx: Em, context: ConsentContext, patientIds: readonly string[]): Promise<void> {
  if (patientIds.length === 0) return;
  const related = await selectRelated(tx, patientIds);
  const refused = patientIds.filter((id) => !related.has(id.toLowerCase()));
  await recordRefusals(
    tx,
    context,
    refused.map((id) => ({ subjectType: 'Consent', aimedAt: id, subjectId: null })),
  );
}

async function historyOf(tx: Em, consentIds: readonly string[]): Promise<EventRow[][]> {
  const byConsent = Map.groupBy(await selectHistory(tx, consentIds.filter(isId)), ({ consent_id }) => consent_id);
  return consentIds.map((id) => byConsent.get(id) ?? []);
}

async function papersOf(tx: Em, consentIds: readonly string[]): Promise<PaperRow[][]> {
  const byConsent = Map.groupBy(await selectPapers(tx, consentIds.filter(isId)), ({ consent_id }) => consent_id);
  return consentIds.map((id) => byConsent.get(id) ?? []);
}

/** Consents in force that the viewer gave for themselves. */
export async function listToAnswer(context: ConsentContext): Promise<ConsentRow[]> {
  await context.requireFresh();
  return context.read(async (tx) => {
    const rows = (await selectToAnswer(tx)).filter(
      (row) => can(context.viewer, 'WITHDRAW', { standing: row.standing, status: stateOf(row, context) }).allowed,
    );
    await recordLooks(tx, context, rows);
    return rows;
  });
}

const soonDays = 60;

/** Consents that have run out or do so soon, for those who see to a new one. */
export async function listRunningOut(context: ConsentContext): Promise<ConsentRow[]> {
  await context.requireFresh();
  return context.read(async (tx) => {
    const until = dayInJapan(new Date(context.now().getTime() + soonDays * dayMs));
    const rows = (await selectRunningOut(tx, until)).filter(({ standing }) => can(context.viewer, 'AMEND', { standing }).allowed);
    await recordLooks(tx, context, rows);
    return rows;
  });
}

const recordLooks = (tx: Em, context: ConsentContext, rows: readonly (ConsentRow | null)[]): Promise<void> =>
  auditAll(
    tx,
    context,
    rows.flatMap((row) => (row ? [lookAt(row)] : [])),
  );

const lookAt = ({ id, patient_id: patientId, district_id: districtId, standing }: ConsentRow): AuditFacts => ({
  authority: standing.relation,
  action: 'VIEW',
  categories: [],
  subjectType: 'Consent',
  subjectId: id,
  patientId,
  districtId,
  roomId: standing.room_id,
});
