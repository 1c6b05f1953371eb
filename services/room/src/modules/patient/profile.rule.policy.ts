/** Each block's rule and normal form, by its block. Pure. */
import type { RoomProblem } from '../platform/index.ts';
import { textProblems, tidyText } from '../platform/index.ts';
import type {
  BlockContents,
  CareService,
  Condition,
  ContentBlock,
  HospitalRef,
  LongTermCareInsurance,
  MedicalInsurance,
  Medication,
  PublicExpense,
  TestResult,
} from './profile.block.ts';
import {
  codeOrNull,
  codeProblems,
  idProblems,
  isInsuredNumber,
  isInsurerNumber,
  isYjCode,
  listProblems,
  orNull,
  type Path,
  percentProblems,
  periodProblems,
  phoneProblems,
  type Sent,
  toCode,
  toIcd10,
} from './profile.check.policy.ts';

interface Rule<T, S> {
  /** @param today a test result of tomorrow is none */
  problems(sent: S, field: Path, today: string): RoomProblem[];
  normalise(sent: S): T;
}

export type MedicalInsuranceSent = Omit<Sent<MedicalInsurance>, 'publicExpenses'> & {
  publicExpenses?: Sent<PublicExpense>[] | null | undefined;
};
export interface HospitalsSent {
  referring: Sent<HospitalRef> | null;
  readmission: Sent<HospitalRef> | null;
}

/** What a block is sent as. */
export interface BlockInputs {
  MEDICAL_HISTORY: Sent<Condition>[];
  ALLERGIES: string[];
  MEDICATIONS: Sent<Medication>[];
  TEST_RESULTS: Sent<TestResult>[];
  CARE_SERVICES: Sent<CareService>[];
  MEDICAL_INSURANCE: MedicalInsuranceSent | null;
  LONG_TERM_CARE_INSURANCE: Sent<LongTermCareInsurance> | null;
  HOSPITALS: HospitalsSent;
  DISASTER: { note: string | null };
}

const name = (text: string, field: Path): RoomProblem[] => textProblems(text, { field, max: 100, required: true });
const line = (text: string | null | undefined, field: Path, max = 200): RoomProblem[] => textProblems(text, { field, max });

const conditions: Rule<Condition[], Sent<Condition>[]> = {
  problems: (sent, field) =>
    listProblems(sent, { field, max: 100 }, (each, at) => [
      ...name(each.name, [...at, 'name']),
      ...codeProblems(each.icd10, [...at, 'icd10'], (code) => toIcd10(code) !== null),
      ...periodProblems(each.since, each.until, [...at, 'until']),
      ...line(each.note, [...at, 'note'], 500),
    ]),
  normalise: (sent) =>
    sent.map((each) => ({
      name: tidyText(each.name),
      icd10: each.icd10 ? toIcd10(each.icd10) : null,
      since: each.since ?? null,
      until: each.until ?? null,
      note: orNull(each.note),
    })),
};

const allergies: Rule<string[], string[]> = {
  problems: (sent, field) => listProblems(sent, { field, max: 50 }, name),
  normalise: (sent) => [...new Set(sent.map(tidyText))],
};

const medications: Rule<Medication[], Sent<Medication>[]> = {
  problems: (sent, field) =>
    listProblems(sent, { field, max: 100 }, (each, at) => [
      ...name(each.name, [...at, 'name']),
      ...codeProblems(each.yjCode, [...at, 'yjCode'], isYjCode),
      ...line(each.dosage, [...at, 'dosage']),
      ...periodProblems(each.since, each.until, [...at, 'until']),
    ]),
  normalise: (sent) =>
    sent.map((each) => ({
      name: tidyText(each.name),
      yjCode: codeOrNull(each.yjCode),
      dosage: orNull(each.dosage),
      since: each.since ?? null,
      until: each.until ?? null,
    })),
};

const testResults: Rule<TestResult[], Sent<TestResult>[]> = {
  problems: (sent, field, today) =>
    listProblems(sent, { field, max: 200 }, (each, at) => [
      ...name(each.name, [...at, 'name']),
      ...textProblems(each.value, { field: [...at, 'value'], max: 50, required: true }),
      ...line(each.unit, [...at, 'unit'], 30),
      ...periodProblems(each.date, today, [...at, 'date']),
    ]),
  normalise: (sent) =>
    sent
      .map((each) => ({ name: tidyText(each.name), value: tidyText(each.value), unit: orNull(each.unit), date: each.date }))
      .sort((one, other) => other.date.localeCompare(one.date)),
};

const careServices: Rule<CareService[], Sent<CareService>[]> = {
  problems: (sent, field) =>
    listProblems(sent, { field, max: 50 }, (each, at) => [
      ...name(each.kind, [...at, 'kind']),
      ...idProblems(each.providerId, [...at, 'providerId']),
      ...line(each.providerName, [...at, 'providerName'], 100),
      ...line(each.schedule, [...at, 'schedule']),
    ]),
  normalise: (sent) =>
    sent.map((each) => ({
      kind: tidyText(each.kind),
      providerId: each.providerId ?? null,
      providerName: orNull(each.providerName),
      schedule: orNull(each.schedule),
    })),
};

const publicExpense = (each: Sent<PublicExpense>, at: Path): RoomProblem[] => [
  ...codeProblems(each.payerNumber, [...at, 'payerNumber'], (code) => /^\d{8}$/.test(code), true),
  ...codeProblems(each.recipientNumber, [...at, 'recipientNumber'], (code) => /^\d{7}$/.test(code), true),
];

const medicalInsurance: Rule<MedicalInsurance | null, MedicalInsuranceSent | null> = {
  problems: (sent, field) =>
    sent === null
      ? []
      : [
          ...codeProblems(sent.insurerNumber, [...field, 'insurerNumber'], isInsurerNumber, true),
          ...line(sent.symbol, [...field, 'symbol'], 40),
          ...line(sent.number, [...field, 'number'], 40),
          ...codeProblems(sent.branchNumber, [...field, 'branchNumber'], (code) => /^\d{1,2}$/.test(code)),
          ...percentProblems(sent.copaymentPercent, [...field, 'copaymentPercent']),
          ...listProblems(sent.publicExpenses ?? [], { field: [...field, 'publicExpenses'], max: 5 }, publicExpense),
        ],
  normalise: (sent) =>
    sent && {
      insurerNumber: toCode(sent.insurerNumber),
      symbol: orNull(sent.symbol),
      number: orNull(sent.number),
      branchNumber: codeOrNull(sent.branchNumber)?.padStart(2, '0') ?? null,
      copaymentPercent: sent.copaymentPercent ?? null,
      publicExpenses: (sent.publicExpenses ?? []).map((each) => ({
        payerNumber: toCode(each.payerNumber),
        recipientNumber: toCode(each.recipientNumber),
        validUntil: each.validUntil ?? null,
      })),
      validUntil: sent.validUntil ?? null,
    },
};

const longTermCareInsurance: Rule<LongTermCareInsurance | null, Sent<LongTermCareInsurance> | null> = {
  problems: (sent, field) =>
    sent === null
      ? []
      : [
          ...codeProblems(sent.insurerNumber, [...field, 'insurerNumber'], (code) => /^\d{6}$/.test(code), true),
          ...codeProblems(sent.insuredNumber, [...field, 'insuredNumber'], isInsuredNumber, true),
          ...percentProblems(sent.copaymentPercent, [...field, 'copaymentPercent']),
          ...periodProblems(sent.validFrom, sent.validUntil, [...field, 'validUntil']),
        ],
  normalise: (sent) =>
    sent && {
      insurerNumber: toCode(sent.insurerNumber),
      insuredNumber: toCode(sent.insuredNumber),
      careLevel: sent.careLevel,
      copaymentPercent: sent.copaymentPercent ?? null,
      validFrom: sent.validFrom ?? null,
      validUntil: sent.validUntil ?? null,
    },
};

const hospitalProblems = (sent: Sent<HospitalRef> | null, field: Path): RoomProblem[] =>
  sent === null
    ? []
    : [
        ...idProblems(sent.facilityId, [...field, 'facilityId']),
        ...name(sent.name, [...field, 'name']),
        ...line(sent.department, [...field, 'department'], 100),
        ...phoneProblems(sent.phone, [...field, 'phone']),
      ];

const hospital = (sent: Sent<HospitalRef> | null): HospitalRef | null =>
  sent && {
    facilityId: sent.facilityId ?? null,
    name: tidyText(sent.name),
    department: orNull(sent.department),
    phone: sent.phone ?? null,
  };

const hospitals: Rule<BlockContents['HOSPITALS'], HospitalsSent> = {
  problems: ({ referring, readmission }) => [
    ...hospitalProblems(referring, ['input', 'referringHospital']),
    ...hospitalProblems(readmission, ['input', 'readmissionHospital']),
  ],
  normalise: ({ referring, readmission }) => ({ referring: hospital(referring), readmission: hospital(readmission) }),
};

const disaster: Rule<BlockContents['DISASTER'], BlockInputs['DISASTER']> = {
  problems: ({ note }, field) => line(note, field, 2000),
  normalise: ({ note }) => ({ note: orNull(note) }),
};

/** Block → its rule. */
export const blockRules: { [B in ContentBlock]: Rule<BlockContents[B], BlockInputs[B]> } = {
  MEDICAL_HISTORY: conditions,
  ALLERGIES: allergies,
  MEDICATIONS: medications,
  TEST_RESULTS: testResults,
  CARE_SERVICES: careServices,
  MEDICAL_INSURANCE: medicalInsurance,
  LONG_TERM_CARE_INSURANCE: longTermCareInsurance,
  HOSPITALS: hospitals,
  DISASTER: disaster,
};

/** The field of `PatientUpdateInput` that a block is sent in. */
export const blockFields: Record<ContentBlock, string> = {
  MEDICAL_HISTORY: 'medicalHistory',
  ALLERGIES: 'allergies',
  MEDICATIONS: 'medications',
  TEST_RESULTS: 'testResults',
  CARE_SERVICES: 'careServices',
  MEDICAL_INSURANCE: 'medicalInsurance',
  LONG_TERM_CARE_INSURANCE: 'longTermCareInsurance',
  HOSPITALS: 'referringHospital',
  DISASTER: 'disasterNote',
};
