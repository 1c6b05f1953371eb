/** Form 3-1 as it was given, for who may have its copy, and blank, to be written by hand (R19). The drawn signature stays sealed. */
import type { ConsentOnForm } from '@heya/forms/contents';
import { print } from '@heya/forms/press';
import type { FormClause, FormEvent } from '@heya/forms/sheet';
import { audit } from '@heya/service-common/audit';
import { isPerson } from '@heya/service-common/viewer';
import { type ConsentTextRow, findConsentText } from '../consent-text/index.ts';
import { type ConsentContext, dayInJapan } from '../platform/index.ts';
import { recordRefusal } from '../projection/index.ts';
import { consentLoaders } from './consent.access.ts';
import type { ConsentEventKind } from './consent.entity.ts';
import type { EventRow } from './consent.history.repository.ts';
import { can, receiptNumberOf } from './consent.policy.ts';
import type { ConsentRow } from './consent.repository.ts';

const center = { name: '在宅医療・介護連携支援センター' };

/** Printing is in the record. @returns null when there is none that the viewer may have */
export async function printConsent(context: ConsentContext, id: string): Promise<{ receiptNumber: string; pdf: Uint8Array } | null> {
  const row = await consentLoaders(context).byId.load(id);
  if (!row) return null;
  const wanted = { districtId: row.district_id, locale: 'ja', version: row.text_version, today: dayInJapan(context.now()) };
  const text = await context.write(async (tx) => {
    if (!can(context.viewer, 'READ_PAPER', { standing: row.standing }).allowed) {
      await recordRefusal(tx, context, { subjectType: 'Consent', aimedAt: row.id });
      return undefined;
    }
    await audit(tx, context, {
      authority: row.standing.relation,
      action: 'PRINT',
      categories: [],
      subjectType: 'Consent',
      subjectId: row.id,
      patientId: row.patient_id,
      districtId: row.district_id,
      roomId: row.standing.room_id,
    });
    return findConsentText(tx, wanted);
  });
  if (!text) return null;
  const history = await consentLoaders(context).history.load(row.id);
  const receiptNumber = receiptNumberOf(row.id);
  const sheet = {
    receiptNumber,
    version: row.text_version,
    center,
    printedOn: wanted.today,
    clauses: clausesOf(text),
    history: stepsOf(history),
  };
  return { receiptNumber, pdf: await print({ kind: 'form', code: 'FORM_3_1', contents: toContents(row, context), sheet }) };
}

/** For professionals and officers, in the wording of their district. */
export async function printBlank(context: ConsentContext): Promise<Uint8Array | null> {
  const { viewer } = context;
  if (!isPerson(viewer) || !(viewer.kind === 'PROFESSIONAL' || viewer.kind === 'CENTER_OFFICER')) return null;
  const printedOn = dayInJapan(context.now());
  const text = await context.read((tx) => findConsentText(tx, { districtId: viewer.districtId, locale: 'ja', today: printedOn }));
  if (!text) return null;
  const sheet = { receiptNumber: null, version: text.version, center, printedOn, clauses: clausesOf(text) };
  return print({ kind: 'form', code: 'FORM_3_1', contents: 'blank', sheet });
}

const clausesOf = ({ sections }: ConsentTextRow): FormClause[] =>
  sections.map(({ heading, body }, index) => ({ id: String(index + 1), heading, text: body }));

const toContents = (row: ConsentRow, { viewer }: ConsentContext): ConsentOnForm => ({
  patient: { name: row.patient_name ?? (row.giver === 'PATIENT' ? row.giver_name : '') },
  categories: row.categories,
  disasterUse: row.disaster_use,
  expiresOn: row.expires_on ?? undefined,
  giver: row.giver,
  giverName: row.giver_name,
  relationship: row.proxy_relation ?? undefined,
  proxyReason: can(viewer, 'READ_REASONS', row).allowed ? (row.proxy_reason ?? undefined) : undefined,
  explainedByName: row.explained_by_name,
  explainedOn: dayInJapan(new Date(row.explained_at)),
  signedOn: dayInJapan(new Date(row.signed_at)),
});

const acts: Record<ConsentEventKind, string> = {
  EXPLAINED: '説明',
  SIGNED: '署名',
  SUBMITTED: '提出',
  RETURNED: '差し戻し',
  ACTIVATED: '有効',
  CATEGORIES_CHANGED: '区分の変更',
  WITHDRAWN: '撤回',
  SUPERSEDED: '新しい同意に交替',
  EXPIRED: '期限切れ',
  EXPIRY_WARNED: '期限のお知らせ',
};

const stepsOf = (history: readonly EventRow[]): FormEvent[] =>
  history.map(({ at, actor_name: actor, kind }) => ({ at: new Date(at).toISOString(), actor, act: acts[kind] }));
