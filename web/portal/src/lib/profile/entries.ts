/** What a block holds, as entries that people read: the same on the profile, beside a stale change, and in the history. */
import type { ProfileBlock, ProfileThenFragment } from '@heya/client/generated/graphql';
import { longDate } from '#lib/format/dates.ts';
import { sexNames } from '#lib/format/labels.ts';
import { fromE164 } from '#lib/format/phone.ts';
import { m } from '#paraglide/messages.js';
import { careLevelNames } from './words.ts';

export interface Entry {
  title: string;
  details: string[];
  /** E.164, to be dialled. */
  phones: string[];
}

/** Of the profile as it is, or as it once was; fields of other blocks may be absent. */
export type Contents = Partial<Omit<ProfileThenFragment, '__typename'>>;

const entry = (title: string, details: (string | null | undefined | false)[] = [], phones: (string | null | undefined)[] = []): Entry => ({
  title,
  details: details.filter((detail): detail is string => Boolean(detail)),
  phones: phones.filter((phone): phone is string => Boolean(phone)),
});

/** 2026年4月1日から2027年3月31日まで, as far as either is known. */
function period(from: string | null, until: string | null): string | undefined {
  const parts = [from && m.from_day({ day: longDate(from, { era: true }) }), until && m.until_day({ day: longDate(until, { era: true }) })];
  return parts.filter(Boolean).join('') || undefined;
}

const labelled = (label: string, value: string | null | undefined): string | undefined =>
  value ? m.labelled({ label, value }) : undefined;

const readers: Record<ProfileBlock, (contents: Contents) => Entry[]> = {
  BASICS: ({ basics }) =>
    basics
      ? [
          entry(
            m.name_with_kana({ name: basics.name, kana: basics.nameKana }),
            [
              sexNames[basics.sex](),
              longDate(basics.birthDate, { era: true }),
              [basics.postalCode, basics.address].filter(Boolean).join(' '),
            ],
            [basics.phone],
          ),
        ]
      : [],
  FAMILY_CONTACTS: ({ familyContacts }) =>
    (familyContacts ?? []).map((each) =>
      entry(
        m.name_with_relationship({ name: each.name, relationship: each.relationship }),
        [
          each.isKeyPerson && m.key_person(),
          each.emergencyOrder !== null && m.emergency_order_of({ order: each.emergencyOrder }),
          each.livesTogether === true && m.lives_together(),
          each.livesTogether === false && m.lives_apart(),
          labelled(m.fax(), each.fax && fromE164(each.fax)),
        ],
        each.phones,
      ),
    ),
  MEDICAL_INSURANCE: ({ medicalInsurance: card }) =>
    card
      ? [
          entry(m.labelled({ label: m.insurer_number(), value: card.insurerNumber }), [
            labelled(m.insurance_symbol(), card.symbol),
            labelled(m.insurance_number(), card.number),
            labelled(m.insurance_branch(), card.branchNumber),
            card.copaymentPercent !== null && m.copayment_of({ percent: card.copaymentPercent }),
            period(null, card.validUntil),
          ]),
          ...card.publicExpenses.map((each) =>
            entry(m.labelled({ label: m.payer_number(), value: each.payerNumber }), [
              labelled(m.recipient_number(), each.recipientNumber),
              period(null, each.validUntil),
            ]),
          ),
        ]
      : [],
  LONG_TERM_CARE_INSURANCE: ({ longTermCareInsurance: card }) =>
    card
      ? [
          entry(careLevelNames[card.careLevel](), [
            period(card.validFrom, card.validUntil),
            labelled(m.insurer_number(), card.insurerNumber),
            labelled(m.insured_number(), card.insuredNumber),
            card.copaymentPercent !== null && m.copayment_of({ percent: card.copaymentPercent }),
          ]),
        ]
      : [],
  MEDICAL_HISTORY: ({ medicalHistory }) =>
    (medicalHistory ?? []).map((each) => entry(each.name, [each.icd10, period(each.since, each.until), each.note])),
  ALLERGIES: ({ allergies }) => (allergies ?? []).map((each) => entry(each)),
  MEDICATIONS: ({ medications }) =>
    (medications ?? []).map((each) => entry(each.name, [each.dosage, period(each.since, each.until), labelled(m.yj_code(), each.yjCode)])),
  TEST_RESULTS: ({ testResults }) =>
    (testResults ?? []).map((each) => entry(`${each.name} ${each.value}${each.unit ? ` ${each.unit}` : ''}`, [longDate(each.date)])),
  CARE_SERVICES: ({ careServices }) => (careServices ?? []).map((each) => entry(each.kind, [each.schedule, each.providerName])),
  HOSPITALS: ({ referringHospital, readmissionHospital }) =>
    (
      [
        [m.referring_hospital(), referringHospital],
        [m.readmission_hospital(), readmissionHospital],
      ] as const
    ).flatMap(([label, hospital]) =>
      hospital ? [entry(m.labelled({ label, value: hospital.name }), [hospital.department], [hospital.phone])] : [],
    ),
  DISASTER: ({ disasterNote }) => (disasterNote ? [entry(disasterNote)] : []),
};

export const entriesOf = (block: ProfileBlock, contents: Contents): Entry[] => readers[block](contents);

const textOf = ({ title, details, phones }: Entry): string => [title, ...details, ...phones.map(fromE164)].join('・');

/** What a change added and what it took away, entry by entry. */
export function differences(block: ProfileBlock, before: Contents | null, after: Contents): { added: string[]; removed: string[] } {
  const [was, is] = [before ? entriesOf(block, before).map(textOf) : [], entriesOf(block, after).map(textOf)];
  return { added: is.filter((text) => !was.includes(text)), removed: was.filter((text) => !is.includes(text)) };
}
