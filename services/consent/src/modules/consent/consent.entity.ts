/** Form 3-1: who agreed to what, when, to which wording (R8, R9). */
import type { ConsentState } from '@heya/schema/events';
import { defineEntity, p } from '@mikro-orm/core';

export const consentGivers = ['PATIENT', 'FAMILY_PROXY', 'LEGAL_GUARDIAN'] as const;
export type ConsentGiver = (typeof consentGivers)[number];
export const consentMethods = ['ON_DEVICE_SIGNATURE', 'PAPER_SCAN', 'PATIENT_ACCOUNT'] as const;
export type ConsentMethod = (typeof consentMethods)[number];
/** By which way a change came to whoever entered it (R10). */
export const consentChannels = ['OWN_ACCOUNT', 'IN_PERSON', 'PAPER', 'TELEPHONE'] as const;
export type ConsentChannel = (typeof consentChannels)[number];
export const consentEventKinds = [
  'EXPLAINED',
  'SIGNED',
  'SUBMITTED',
  'RETURNED',
  'ACTIVATED',
  'CATEGORIES_CHANGED',
  'WITHDRAWN',
  'SUPERSEDED',
  'EXPIRED',
  'EXPIRY_WARNED',
] as const;
export type ConsentEventKind = (typeof consentEventKinds)[number];

export const consent = defineEntity({
  name: 'Consent',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    status: p.text().$type<ConsentState>(),
    version: p.integer(),
    /** Which set of answers counts: the version that brought it. */
    answersVersion: p.integer().default(1),
    /** Grows per patient with every change of any consent; live streams carry it. 0 while it is not in force yet. */
    epoch: p.integer(),
    giver: p.text().$type<ConsentGiver>(),
    giverName: p.text(),
    /** How the proxy is related to the patient. */
    proxyRelation: p.text().nullable(),
    proxyReason: p.text().nullable(),
    /** As it stands on the form. */
    patientName: p.text().nullable(),
    method: p.text().$type<ConsentMethod>(),
    disasterUse: p.boolean(),
    expiresOn: p.date().nullable(),
    textVersion: p.text(),
    /** SHA-256 of the wording that was read. */
    textHash: p.text(),
    explainedBy: p.uuid(),
    explainedByName: p.text(),
    explainedAt: p.datetime(3),
    signedAt: p.datetime(3),
    submittedBy: p.uuid(),
    /** What was sent with the idempotency key (api.md 8). */
    bodyHash: p.text(),
    submittedAt: p.datetime(3),
    /** null: not in force yet. */
    activeSince: p.datetime(3).nullable(),
    withdrawnAt: p.datetime(3).nullable(),
    withdrawalReason: p.text().nullable(),
  },
  indexes: [
    { name: 'consent_patient', properties: ['patientId', 'epoch'] },
    {
      name: 'consent_running_out',
      expression: "create index consent_running_out on consent (expires_on) where status = 'ACTIVE' and expires_on is not null",
    },
    {
      name: 'consent_one_submitted',
      expression: "create unique index consent_one_submitted on consent (patient_id) where status = 'SUBMITTED'",
    },
    { name: 'consent_one_active', expression: "create unique index consent_one_active on consent (patient_id) where status = 'ACTIVE'" },
  ],
});

export const consentCategory = defineEntity({
  name: 'ConsentCategory',
  rowLevelSecurity: 'force',
  properties: {
    consentId: p.uuid().primary(),
    category: p.text().primary(),
    /** The version that brought this answer; earlier ones are kept. */
    consentVersion: p.integer().primary().default(1),
    patientId: p.uuid(),
    granted: p.boolean(),
    visibleToFamily: p.boolean(),
    visibleToPartners: p.boolean(),
    changedAt: p.datetime(3),
  },
});

/** Append-only: who did what with a consent, in order. */
export const consentEvent = defineEntity({
  name: 'ConsentEvent',
  rowLevelSecurity: 'force',
  properties: {
    id: p.uuid().primary(),
    consentId: p.uuid(),
    patientId: p.uuid(),
    place: p.integer(),
    at: p.datetime(3),
    actorId: p.uuid().nullable(),
    actorName: p.text(),
    kind: p.text().$type<ConsentEventKind>(),
    note: p.text().nullable(),
    consentVersion: p.integer(),
    bodyHash: p.text().nullable(),
    channel: p.text().$type<ConsentChannel>().nullable(),
    /** When whoever entered it was told, e.g. by telephone. */
    receivedAt: p.datetime(3).nullable(),
  },
  uniques: [{ name: 'consent_event_place', properties: ['consentId', 'place'] }],
});

/** Who was told so many days before that a consent runs out: each of them once. */
export const consentWarning = defineEntity({
  name: 'ConsentWarning',
  rowLevelSecurity: 'force',
  properties: {
    consentId: p.uuid().primary(),
    days: p.smallint().primary(),
    patientId: p.uuid(),
    warnedAt: p.datetime(3),
  },
});

/** Under which key a signature is sealed: the service's own, as once, or the patient's data key. */
export type SignatureSealing = 'SERVICE_KEY' | 'DATA_KEY';

/** The drawn signature of a version, sealed with a key that is not in the database. */
export const consentSignature = defineEntity({
  name: 'ConsentSignature',
  rowLevelSecurity: 'force',
  properties: {
    consentId: p.uuid().primary(),
    consentVersion: p.integer().primary().default(1),
    patientId: p.uuid(),
    contentType: p.text(),
    sha256: p.text(),
    sealed: p.blob(),
    sealing: p.text().$type<SignatureSealing>(),
  },
});

/** A consent, a change or a withdrawal on paper, as it was brought: drawn anew, page by page. */
export const consentPaper = defineEntity({
  name: 'ConsentPaper',
  rowLevelSecurity: 'force',
  properties: {
    /** Made by the client. */
    id: p.uuid().primary(),
    patientId: p.uuid(),
    districtId: p.uuid(),
    /** Of the file as it came. */
    sha256: p.text(),
    pageCount: p.integer(),
    broughtBy: p.uuid(),
    broughtAt: p.datetime(3),
    /** What it is the paper of; null: brought, and not attached yet. */
    consentId: p.uuid().nullable().index(),
    consentVersion: p.integer().nullable(),
  },
  indexes: [
    {
      name: 'consent_paper_loose',
      expression: 'create index consent_paper_loose on consent_paper (brought_at) where consent_id is null',
    },
  ],
});

/** WebP, sealed with the patient's data key. */
export const consentPaperPage = defineEntity({
  name: 'ConsentPaperPage',
  rowLevelSecurity: 'force',
  properties: { paperId: p.uuid().primary(), number: p.integer().primary(), patientId: p.uuid(), sealed: p.blob() },
});
