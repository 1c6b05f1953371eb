/** The one way to a consent: members, who registered the patient, and the center of the district. */
import { audit } from '@heya/service-common/audit';
import { isId } from '@heya/service-common/id';
import type { Em } from '@heya/service-common/orm';
import DataLoader from 'dataloader';
import type { ConsentContext } from '../platform/index.ts';
import {
  type ConsentRow,
  type EventRow,
  lockConsent,
  selectConsents,
  selectHistory,
  selectNewestOf,
  selectToAnswer,
} from './consent.repository.ts';

interface Loaders {
  byId: DataLoader<string, ConsentRow | null>;
  newestOf: DataLoader<string, ConsentRow | null>;
  history: DataLoader<string, EventRow[]>;
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
    history: new DataLoader((ids) => read((tx) => historyOf(tx, ids))),
  };
  known.set(context, created);
  return created;
}

export const forgetConsents = (context: ConsentContext): boolean => known.delete(context);

async function accessConsents(tx: Em, context: ConsentContext, ids: readonly string[]): Promise<(ConsentRow | null)[]> {
  const rows = new Map((await selectConsents(tx, ids.filter(isId))).map((row) => [row.id, row]));
  const found: (ConsentRow | null)[] = [];
  for (const id of ids) found.push(isId(id) ? await record(tx, context, id, rows.get(id)) : null);
  return found;
}

/** @returns the consent of a patient the viewer has a relation to; held, when the viewer may change it */
export async function accessForChange(tx: Em, context: ConsentContext, id: string): Promise<ConsentRow | null> {
  if (!isId(id)) return null;
  const held = await lockConsent(tx, id);
  if (held) return held;
  const [seen] = await selectConsents(tx, [id]);
  return seen ?? record(tx, context, id, undefined);
}

async function newestOf(tx: Em, context: ConsentContext, patientIds: readonly string[]): Promise<(ConsentRow | null)[]> {
  const rows = new Map((await selectNewestOf(tx, patientIds.filter(isId))).map((row) => [row.patient_id, row]));
  for (const row of rows.values()) await record(tx, context, row.id, row);
  return patientIds.map((id) => rows.get(id) ?? null);
}

async function historyOf(tx: Em, consentIds: readonly string[]): Promise<EventRow[][]> {
  const byConsent = Map.groupBy(await selectHistory(tx, consentIds.filter(isId)), ({ consent_id }) => consent_id);
  return consentIds.map((id) => byConsent.get(id) ?? []);
}

/** Consents in force that the viewer gave for themselves. */
export async function listToAnswer(context: ConsentContext): Promise<ConsentRow[]> {
  await context.requireFresh();
  return context.read(async (tx) => {
    const rows = await selectToAnswer(tx);
    for (const row of rows) await record(tx, context, row.id, row);
    return rows;
  });
}

async function record(tx: Em, context: ConsentContext, id: string, row: ConsentRow | undefined): Promise<ConsentRow | null> {
  const about = { subjectType: 'Consent', subjectId: id, categories: [] };
  if (!row) {
    await audit(tx, context, { ...about, authority: 'NONE', action: 'DENIED', outcome: 'DENIED_ROLE' });
    return null;
  }
  await audit(tx, context, {
    ...about,
    authority: row.standing.relation,
    action: 'VIEW',
    patientId: row.patient_id,
    roomId: row.standing.room_id,
  });
  return row;
}
