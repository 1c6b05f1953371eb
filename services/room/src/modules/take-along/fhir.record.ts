/** Consents, posts, looks and the taking itself as FHIR resources, and the bundle of all. */
import { coded, compact, derivedId, identified, refer, type Resource, systems, terminology, urn } from './fhir.common.ts';
import { toAllergies, toConditions, toCoverages, toMedications, toPlans, toTestResults } from './fhir.clinical.ts';
import { directory, toCareTeam, toPatient, toPeople } from './fhir.people.ts';
import { toVitals } from './fhir.vitals.ts';
import { dayInJapan } from '../platform/index.ts';
import { besides } from './take-along.besides.ts';
import type { ConsentPart, LookPart, Parts, PostPart, TakenFile, Taking } from './take-along.parts.ts';

type Who = ReturnType<typeof directory>;

const consentStates = {
  DRAFT: 'draft',
  SUBMITTED: 'proposed',
  RETURNED: 'rejected',
  ACTIVE: 'active',
  WITHDRAWN: 'inactive',
  SUPERSEDED: 'inactive',
  EXPIRED: 'inactive',
} as const;

function toConsent(patientId: string, consent: ConsentPart): Resource {
  return {
    resourceType: 'Consent',
    id: consent.id,
    identifier: [...identified(consent.id), { system: systems.receipt, value: consent.receiptNumber }],
    status: consentStates[consent.status],
    scope: coded(terminology('consentscope'), 'patient-privacy'),
    category: [coded(systems.loinc, '59284-0', 'Consent Document')],
    patient: refer(patientId),
    dateTime: consent.signedAt,
    performer: [{ display: consent.proxyRelation ? `${consent.giverName}（${consent.proxyRelation}）` : consent.giverName }],
    policyRule: { text: `様式3-1 ${consent.textVersion}` },
    provision: {
      type: 'permit',
      period: { end: consent.withdrawnAt ?? consent.expiresOn },
      provision: [
        ...consent.categories.map(({ category, granted, visibleToFamily, visibleToPartners }) => ({
          type: granted ? 'permit' : 'deny',
          class: [{ system: systems.informationCategory, code: category }],
          code: granted
            ? [
                coded(systems.recipient, 'CARE_TEAM'),
                ...(visibleToFamily ? [coded(systems.recipient, 'FAMILY')] : []),
                ...(visibleToPartners ? [coded(systems.recipient, 'PARTNER')] : []),
              ]
            : [],
        })),
        { type: consent.disasterUse ? 'permit' : 'deny', code: [coded(systems.recipient, 'MUNICIPALITY')] },
      ],
    },
  };
}

const priorities = { NORMAL: 'routine', IMPORTANT: 'urgent', URGENT: 'stat' } as const;

function toCommunication(patientId: string, post: PostPart, { who, values }: { who: Who; values: readonly Resource[] }): Resource {
  return {
    resourceType: 'Communication',
    id: post.id,
    identifier: identified(post.id),
    ...(post.sourceRoomId && { meta: { source: urn(post.sourceRoomId) } }),
    // Taken back: the words stay, and say so.
    ...(post.retraction ? { status: 'entered-in-error', statusReason: { text: post.retraction.reason } } : { status: 'completed' }),
    ...(post.parent && { inResponseTo: [refer(post.parent.id)] }),
    category: [{ ...coded(systems.audience, post.audience), text: post.audience === 'EVERYONE' ? '全員' : '医療・介護の参加者' }],
    priority: priorities[post.importance],
    subject: refer(patientId),
    about: values.map(({ id }) => refer(id)),
    sent: post.createdAt,
    sender: who(post.author, [post.authorName, post.authorProfessionLabel, post.authorFacilityName].filter(Boolean).join('　')),
    payload: [...(post.body ? [post.body] : []), ...besides(post)].map((contentString) => ({ contentString })),
    note: [
      { time: post.observedAt, text: '見た・測った時刻' },
      ...post.revisions.map(({ at, byName, body }) => ({ time: at, text: `直す前（${byName}）：${body}` })),
    ],
  };
}

const actions = {
  VIEW: 'R',
  CREATE: 'C',
  UPDATE: 'U',
  RETRACT: 'D',
  EXPORT: 'R',
  PRINT: 'R',
  DOWNLOAD_IMAGE: 'R',
  SEARCH: 'E',
  DENIED: 'R',
} as const;

const toAuditEvent = (look: LookPart, who: Who): Resource => ({
  resourceType: 'AuditEvent',
  id: look.id,
  type: { system: terminology('audit-event-type'), code: 'rest' },
  subtype: [{ system: 'urn:x-heya:access-action', code: look.action }],
  action: actions[look.action],
  recorded: look.at,
  outcome: look.outcome === 'ALLOWED' ? '0' : '4',
  agent: [{ who: who(look.actor, look.actorName), name: look.actorName, requestor: true }],
  source: { observer: { display: 'Heya' } },
  entity: [
    {
      name: look.subjectLabel,
      what: { identifier: { system: 'urn:x-heya:access-log-hash', value: look.entryHash } },
      securityLabel: look.categories.map((code) => ({ system: systems.informationCategory, code })),
    },
  ],
});

/** A file beside the bundle, by its name in the package. */
export interface BundledFile {
  name: string;
  title: string;
  contentType: string;
  bytes: number;
}

const toDocument = (taking: Taking, patientId: string, { name, title, contentType, bytes }: BundledFile): Resource => ({
  resourceType: 'DocumentReference',
  id: derivedId(taking.id, name),
  status: 'current',
  type: { text: title },
  subject: refer(patientId),
  date: taking.at.toISOString(),
  content: [{ attachment: { contentType, language: 'ja-JP', url: name, size: bytes, title } }],
});

const documentTitles = { OPINION: '意見書', INSTRUCTION: '指示書', OTHER: '書類' } as const;

/** What somebody attached to a post, with the post it belongs to. */
function toAttached(patientId: string, { attachment, postId, observedAt, name, bytes }: TakenFile): Resource {
  const { id, kind, documentKind, alt, bodySite, takenAt } = attachment;
  const title = alt ?? (kind === 'PDF' ? documentTitles[documentKind ?? 'OTHER'] : '写真');
  const subject = refer(patientId);
  if (kind === 'PDF')
    return {
      ...{ resourceType: 'DocumentReference', id, status: 'current', type: { text: documentTitles[documentKind ?? 'OTHER'] }, subject },
      date: observedAt,
      content: [{ attachment: { contentType: 'application/pdf', url: name, size: bytes.length, title } }],
      context: { related: [refer(postId)] },
    };
  return {
    ...{ resourceType: 'Media', id, partOf: [refer(postId)], status: 'completed', subject, createdDateTime: takenAt ?? observedAt },
    bodySite: bodySite ? { text: bodySite } : undefined,
    content: { contentType: 'image/jpeg', url: name, size: bytes.length, title },
  };
}

const toProvenance = (taking: Taking, targets: readonly Resource[], who: Who): Resource => ({
  resourceType: 'Provenance',
  id: taking.id,
  target: targets.map(({ id }) => refer(id)),
  recorded: taking.at.toISOString(),
  reason: [{ ...coded(systems.purpose, taking.purpose), text: taking.reason }],
  activity: coded(terminology('v3-DataOperation'), 'READ'),
  agent: [{ type: coded(terminology('provenance-participant-type'), 'author'), who: who({ id: taking.userId }, taking.userName) }],
});

/** @returns a Bundle of type `collection`; each id is Heya's own, or made from what the thing is */
export function toBundle(parts: Parts, taking: Taking, files: readonly BundledFile[]): Resource {
  const { room, posts } = parts;
  const { patient } = room;
  const who = directory(room);
  const written = posts.flatMap((post) => {
    const values = toVitals(patient.id, post, who);
    return [toCommunication(patient.id, post, { who, values }), ...values];
  });
  const today = dayInJapan(taking.at);
  const resources: Resource[] = [
    toPatient(patient, room.roomNumber),
    ...toPeople(room),
    toCareTeam(room),
    ...toCoverages(patient),
    ...toConditions(patient),
    ...toAllergies(patient),
    ...toMedications(patient, today),
    ...toTestResults(patient),
    ...toPlans(patient),
    ...(parts.consents ?? []).map((consent) => toConsent(patient.id, consent)),
    ...written,
    ...(parts.looks ?? []).map((look) => toAuditEvent(look, who)),
    ...parts.files.map((file) => toAttached(patient.id, file)),
    ...files.map((file) => toDocument(taking, patient.id, file)),
  ];
  const once = [...new Map(resources.map((resource) => [resource.id, resource])).values()];
  const entries = [...once, toProvenance(taking, once.slice(0, 1).concat(once.filter(isOwnFile)), who)];
  return compact<Resource>({
    resourceType: 'Bundle',
    id: derivedId(taking.id, 'bundle'),
    type: 'collection',
    timestamp: taking.at.toISOString(),
    entry: entries.map((resource) => ({ fullUrl: urn(resource.id), resource })),
  });
}

const isOwnFile = ({ resourceType }: Resource): boolean => resourceType === 'DocumentReference' || resourceType === 'CareTeam';
