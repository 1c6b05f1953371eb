/** Which fields each block is edited with, and how what was typed becomes what is sent. */
import type { PatientUpdateInput } from '@heya/client/generated/graphql';
import { fromE164, toE164 } from '#lib/format/phone.ts';
import { m } from '#paraglide/messages.js';
import type { BlockForm, EditedBlock, FieldOf, Row, Section } from './fields.ts';
import { careLevelNames } from './words.ts';

const text = (key: string, label: () => string, more: Partial<FieldOf> = {}): FieldOf => ({ key, label, kind: 'text', ...more });
const day = (key: string, label: () => string, more: Partial<FieldOf> = {}): FieldOf => ({ key, label, kind: 'day', ...more });
const phone = (label: () => string): FieldOf => ({ key: 'phone', label, kind: 'phone', help: m.phone_help });

const percents: FieldOf = {
  key: 'copaymentPercent',
  label: m.copayment,
  kind: 'choice',
  options: () => [
    { value: '', label: m.not_written() },
    ...['0', '10', '20', '30'].map((value) => ({ value, label: m.copayment_of({ percent: Number(value) }) })),
  ],
};

/** Texts of fields, for what is null or a number too. */
const row = (values: object): Row =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)]] : [[key, '']],
    ),
  );
const sent = <K extends string>(given: Row, ...keys: K[]): Record<K, string | null> =>
  Object.fromEntries(keys.map((key) => [key, given[key]?.trim() || null])) as Record<K, string | null>;
const must = <K extends string>(given: Row, ...keys: K[]): Record<K, string> =>
  Object.fromEntries(keys.map((key) => [key, given[key] ?? ''])) as Record<K, string>;
const percentOf = (given: Row): { copaymentPercent: number | null } => ({
  copaymentPercent: given.copaymentPercent ? Number(given.copaymentPercent) : null,
});
const withPhone = (values: Record<string, unknown> & { phone: string | null }): Row => ({
  ...row(values),
  phone: values.phone ? fromE164(values.phone) : '',
});
const list = (path: string, add: () => string, fields: FieldOf[], read: Section['read']): Section => ({
  path,
  many: true,
  add,
  fields,
  read,
});

const hospital = (path: 'referringHospital' | 'readmissionHospital', title: () => string): Section => ({
  path,
  title,
  many: false,
  fields: [text('name', m.hospital_name), text('department', m.department), phone(m.phone)],
  read: (patient) => (patient[path] ? [withPhone(patient[path])] : []),
});
const hospitalOf = ([given]: Row[]): PatientUpdateInput['referringHospital'] =>
  given ? { ...must(given, 'name'), ...sent(given, 'department'), phone: toE164(given.phone ?? '') ?? null } : null;

export const blockForms: Record<EditedBlock, BlockForm> = {
  BASICS: {
    sections: [
      {
        path: '',
        many: false,
        fields: [
          text('name', m.name, { required: true }),
          text('nameKana', m.name_kana, { required: true, help: m.name_kana_help }),
          text('postalCode', m.postal_code, { help: m.postal_code_help, kind: 'digits' }),
          text('address', m.address, { required: true }),
          phone(m.phone),
        ],
        read: (patient) => [
          withPhone({
            name: patient.name,
            nameKana: patient.nameKana,
            postalCode: patient.postalCode,
            address: patient.address,
            phone: patient.phone,
          }),
        ],
      },
    ],
    write: ([[given = {}] = []]) => ({
      ...must(given, 'name', 'nameKana', 'address'),
      ...sent(given, 'postalCode'),
      phone: toE164(given.phone ?? '') ?? null,
    }),
  },
  MEDICAL_HISTORY: {
    sections: [
      list(
        'medicalHistory',
        m.add_condition,
        [
          text('name', m.condition_name, { required: true }),
          text('icd10', m.icd10, { help: m.icd10_help }),
          day('since', m.since),
          day('until', m.until),
          text('note', m.note_label, { kind: 'long' }),
        ],
        ({ medicalHistory }) => (medicalHistory ?? []).map(row),
      ),
    ],
    write: ([rows = []]) => ({
      medicalHistory: rows.map((given) => ({ ...must(given, 'name'), ...sent(given, 'icd10', 'since', 'until', 'note') })),
    }),
  },
  ALLERGIES: {
    sections: [
      list('allergies', m.add_allergy, [text('name', m.allergy_name, { required: true })], ({ allergies }) =>
        (allergies ?? []).map((name) => ({ name })),
      ),
    ],
    write: ([rows = []]) => ({ allergies: rows.map(({ name = '' }) => name) }),
  },
  MEDICATIONS: {
    sections: [
      list(
        'medications',
        m.add_medication,
        [
          text('name', m.medication_name, { required: true }),
          text('dosage', m.dosage, { help: m.dosage_help }),
          day('since', m.since),
          day('until', m.until),
          text('yjCode', m.yj_code, { help: m.yj_code_help }),
        ],
        ({ medications }) => (medications ?? []).map(row),
      ),
    ],
    write: ([rows = []]) => ({
      medications: rows.map((given) => ({ ...must(given, 'name'), ...sent(given, 'dosage', 'since', 'until', 'yjCode') })),
    }),
  },
  TEST_RESULTS: {
    sections: [
      list(
        'testResults',
        m.add_test,
        [
          text('name', m.test_name, { required: true }),
          text('value', m.test_value, { required: true }),
          text('unit', m.test_unit),
          day('date', m.test_date, { required: true }),
        ],
        ({ testResults }) => (testResults ?? []).map(row),
      ),
    ],
    write: ([rows = []]) => ({ testResults: rows.map((given) => ({ ...must(given, 'name', 'value', 'date'), ...sent(given, 'unit') })) }),
  },
  CARE_SERVICES: {
    sections: [
      list(
        'careServices',
        m.add_service,
        [
          text('kind', m.service_kind, { required: true, help: m.service_kind_help }),
          text('schedule', m.service_schedule, { help: m.service_schedule_help }),
          text('providerName', m.service_provider),
        ],
        // Who provides it stays tied to its facility while its name stays as it is.
        ({ careServices }) =>
          (careServices ?? []).map(({ provider, ...each }) => ({
            ...row(each),
            providerId: provider?.id ?? '',
            providerWas: each.providerName ?? '',
          })),
      ),
    ],
    write: ([rows = []]) => ({
      careServices: rows.map((given) => ({
        ...must(given, 'kind'),
        ...sent(given, 'schedule', 'providerName'),
        providerId: given.providerId && given.providerName === given.providerWas ? given.providerId : null,
      })),
    }),
  },
  MEDICAL_INSURANCE: {
    sections: [
      {
        path: 'medicalInsurance',
        many: false,
        fields: [
          text('insurerNumber', m.insurer_number, { kind: 'digits', required: true, help: m.insurer_number_help }),
          text('symbol', m.insurance_symbol),
          text('number', m.insurance_number),
          text('branchNumber', m.insurance_branch, { kind: 'digits' }),
          percents,
          day('validUntil', m.valid_until),
        ],
        read: ({ medicalInsurance }) => (medicalInsurance ? [row(medicalInsurance)] : []),
      },
      {
        path: 'medicalInsurance.publicExpenses',
        title: m.public_expenses,
        many: true,
        add: m.add_public_expense,
        fields: [
          text('payerNumber', m.payer_number, { kind: 'digits', required: true }),
          text('recipientNumber', m.recipient_number, { kind: 'digits', required: true }),
          day('validUntil', m.valid_until),
        ],
        read: ({ medicalInsurance }) => (medicalInsurance?.publicExpenses ?? []).map(row),
      },
    ],
    write: ([[card] = [] as Row[], expenses = []]) => ({
      medicalInsurance:
        card || expenses.length > 0
          ? {
              ...must(card ?? {}, 'insurerNumber'),
              ...sent(card ?? {}, 'symbol', 'number', 'branchNumber', 'validUntil'),
              ...percentOf(card ?? {}),
              publicExpenses: expenses.map((given) => ({ ...must(given, 'payerNumber', 'recipientNumber'), ...sent(given, 'validUntil') })),
            }
          : null,
    }),
  },
  LONG_TERM_CARE_INSURANCE: {
    sections: [
      {
        path: 'longTermCareInsurance',
        many: false,
        fields: [
          {
            key: 'careLevel',
            label: m.care_level,
            kind: 'choice',
            required: true,
            options: () => [
              { value: '', label: m.choose_one() },
              ...Object.entries(careLevelNames).map(([value, label]) => ({ value, label: label() })),
            ],
          },
          day('validFrom', m.certified_from),
          day('validUntil', m.certified_until),
          text('insurerNumber', m.insurer_number, { kind: 'digits', required: true, help: m.care_insurer_number_help }),
          text('insuredNumber', m.insured_number, { required: true, help: m.insured_number_help }),
          percents,
        ],
        read: ({ longTermCareInsurance }) => (longTermCareInsurance ? [row(longTermCareInsurance)] : []),
      },
    ],
    write: ([[card] = [] as Row[]]) => ({
      longTermCareInsurance: card
        ? {
            ...must(card, 'insurerNumber', 'insuredNumber'),
            ...sent(card, 'validFrom', 'validUntil'),
            ...percentOf(card),
            careLevel: (card.careLevel || 'NOT_CERTIFIED') as NonNullable<PatientUpdateInput['longTermCareInsurance']>['careLevel'],
          }
        : null,
    }),
  },
  HOSPITALS: {
    sections: [hospital('referringHospital', m.referring_hospital), hospital('readmissionHospital', m.readmission_hospital)],
    write: ([referring = [], readmission = []]) => ({
      referringHospital: hospitalOf(referring),
      readmissionHospital: hospitalOf(readmission),
    }),
  },
  DISASTER: {
    sections: [
      {
        path: 'disasterNote',
        many: false,
        fields: [text('note', m.disaster_note, { kind: 'long', help: m.disaster_note_help })],
        read: ({ disasterNote }) => (disasterNote ? [{ note: disasterNote }] : []),
      },
    ],
    write: ([[given] = [] as Row[]]) => ({ disasterNote: given?.note ?? null }),
  },
};
