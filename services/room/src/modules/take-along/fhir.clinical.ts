/** Insurance, history, medicines, test results and services as FHIR resources. */
import { coded, derivedId, extension, identifying, jpProfile, period, refer, type Resource, systems, terminology } from './fhir.common.ts';
import { keptOf, payerType, toOrganization } from './fhir.people.ts';
import type { PatientPart } from './take-along.parts.ts';

const insurerIdOf = (number: string): string => derivedId('insurer', number);
const toInsurer = (number: string, name: string): Resource =>
  toOrganization({ id: insurerIdOf(number), name, identifier: [{ system: systems.insurer, value: number }], type: payerType });

/** Each insurance with the organisation that pays. */
export function toCoverages(patient: PatientPart): Resource[] {
  const { id: patientId, medicalInsurance: medical, longTermCareInsurance: care } = patient;
  const base = { resourceType: 'Coverage', ...jpProfile('Coverage'), status: 'active', beneficiary: refer(patientId) };
  const coverages: Resource[] = [];
  if (medical)
    coverages.push(toInsurer(medical.insurerNumber, `医療保険の保険者 ${medical.insurerNumber}`), {
      ...base,
      id: derivedId(patientId, 'medical-insurance'),
      identifier: keptOf(patient, 'MEDICAL_INSURANCE', 0),
      extension: [
        ['Symbol', medical.symbol],
        ['Number', medical.number],
        ['SubNumber', medical.branchNumber],
      ].flatMap(([name, value]) => (value ? [{ url: extension(`JP_Coverage_InsuredPerson${name}`), valueString: value }] : [])),
      type: { text: '医療保険' },
      subscriberId: [medical.symbol, medical.number].filter(Boolean).join(':'),
      dependent: medical.branchNumber,
      period: period(null, medical.validUntil),
      payor: [refer(insurerIdOf(medical.insurerNumber))],
      costToBeneficiary: copayment(medical.copaymentPercent),
    });
  for (const { payerNumber, recipientNumber, validUntil } of medical?.publicExpenses ?? [])
    coverages.push(toInsurer(payerNumber, `公費の負担者 ${payerNumber}`), {
      ...base,
      id: derivedId(patientId, 'public-expense', payerNumber, recipientNumber),
      type: { text: '公費負担医療' },
      subscriberId: recipientNumber,
      period: period(null, validUntil),
      payor: [refer(insurerIdOf(payerNumber))],
    });
  if (care)
    coverages.push(toInsurer(care.insurerNumber, `介護保険の保険者 ${care.insurerNumber}`), {
      ...base,
      id: derivedId(patientId, 'long-term-care-insurance'),
      identifier: keptOf(patient, 'LONG_TERM_CARE_INSURANCE', 0),
      type: { text: '介護保険' },
      subscriberId: care.insuredNumber,
      period: period(care.validFrom, care.validUntil),
      payor: [refer(insurerIdOf(care.insurerNumber))],
      class: [{ type: coded(terminology('coverage-class'), 'class'), value: care.careLevel, name: '要介護状態区分' }],
      costToBeneficiary: copayment(care.copaymentPercent),
    });
  return coverages;
}

const copayment = (percent: number | null) =>
  percent === null
    ? []
    : [{ type: { text: '自己負担割合' }, valueQuantity: { value: percent, unit: '%', system: systems.ucum, code: '%' } }];

export function toConditions(patient: PatientPart): Resource[] {
  const { id: patientId, medicalHistory } = patient;
  return (medicalHistory ?? []).map(({ name, icd10, since, until, note }, place) => ({
    resourceType: 'Condition',
    id: derivedId(patientId, 'condition', name, icd10 ?? '', since ?? ''),
    identifier: keptOf(patient, 'MEDICAL_HISTORY', place),
    ...jpProfile('Condition'),
    clinicalStatus: coded(terminology('condition-clinical'), until ? 'resolved' : 'active'),
    code: { ...(icd10 && coded(systems.icd10, icd10)), text: name },
    subject: refer(patientId),
    onsetDateTime: since,
    abatementDateTime: until,
    note: note ? [{ text: note }] : [],
  }));
}

export const toAllergies = (patient: PatientPart): Resource[] =>
  (patient.allergies ?? []).map((allergy, place) => ({
    resourceType: 'AllergyIntolerance',
    id: derivedId(patient.id, 'allergy', allergy),
    identifier: keptOf(patient, 'ALLERGIES', place),
    ...jpProfile('AllergyIntolerance'),
    clinicalStatus: coded(terminology('allergyintolerance-clinical'), 'active'),
    code: { text: allergy },
    patient: refer(patient.id),
  }));

/** @param today ISO calendar day: what has run out by then is completed */
export const toMedications = (patient: PatientPart, today: string): Resource[] =>
  (patient.medications ?? []).map(({ name, yjCode, dosage, since, until }, place) => ({
    resourceType: 'MedicationStatement',
    id: derivedId(patient.id, 'medication', name, yjCode ?? '', dosage ?? '', since ?? ''),
    identifier: keptOf(patient, 'MEDICATIONS', place),
    ...jpProfile('MedicationStatement'),
    status: until && until < today ? 'completed' : 'active',
    medicationCodeableConcept: { ...(yjCode && coded(systems.yj, yjCode)), text: name },
    subject: refer(patient.id),
    effectivePeriod: period(since, until),
    dosage: dosage ? [{ text: dosage }] : [],
  }));

/** Its id stays the same when others are written before it; two that are the same are told apart. */
const sameBefore = (all: NonNullable<PatientPart['testResults']>, place: number): number =>
  all.slice(0, place).filter(({ name, value, date }) => name === all[place]?.name && value === all[place].value && date === all[place].date)
    .length;

const number = /^-?\d{1,9}(?:\.\d{1,6})?$/;

export const toTestResults = (patient: PatientPart): Resource[] =>
  (patient.testResults ?? []).map(({ name, value, unit, date }, place, all) => ({
    resourceType: 'Observation',
    id: derivedId(patient.id, 'test-result', name, value, date, String(sameBefore(all, place))),
    identifier: keptOf(patient, 'TEST_RESULTS', place),
    ...jpProfile('Observation_LabResult'),
    status: 'final',
    category: [coded(systems.category, 'laboratory', 'Laboratory')],
    code: { text: name },
    subject: refer(patient.id),
    effectiveDateTime: date,
    ...(number.test(value)
      ? { valueQuantity: { value: Number(value), ...(unit && { unit }) } }
      : { valueString: [value, unit].filter(Boolean).join(' ') }),
  }));

/** Services as planned, and what matters in a disaster. */
export function toPlans(patient: PatientPart): Resource[] {
  const { id: patientId, careServices, disasterNote } = patient;
  const plans: Resource[] = [];
  if (careServices?.length)
    plans.push({
      resourceType: 'CarePlan',
      id: derivedId(patientId, 'care-services'),
      status: 'active',
      intent: 'plan',
      title: '介護・医療サービス',
      subject: refer(patientId),
      activity: careServices.map(({ kind, providerName, schedule }, place) => ({
        id: derivedId(patientId, 'care-service', kind, providerName ?? '', schedule ?? ''),
        extension: identifying(keptOf(patient, 'CARE_SERVICES', place)),
        detail: { status: 'in-progress', code: { text: kind }, scheduledString: schedule, performer: [{ display: providerName }] },
      })),
    });
  if (disasterNote)
    plans.push({
      resourceType: 'Flag',
      // Another note is another thing to be taken in.
      id: derivedId(patientId, 'disaster', disasterNote),
      identifier: keptOf(patient, 'DISASTER', 0),
      status: 'active',
      category: [coded(terminology('flag-category'), 'safety')],
      code: { text: disasterNote },
      subject: refer(patientId),
    });
  return plans;
}
