/** From the resources of a bundle to entries of the profile, each with the identifiers it had. Pure. */
import type { BlockEntry, BroughtIdentifier, BroughtWish, HospitalPlace } from '../patient/index.ts';
import { careLevels } from '../patient/index.ts';
import { derivedId, extension, hospitalRoles, identified, systems } from '../take-along/index.ts';
import { codeOf, idOf, isLaboratory, type Read } from './bring-in.fhir.ts';

interface Identified {
  id: string;
  identifier: BroughtIdentifier[];
}

/** Its own id in the source first, then those it had before. */
const identifiersOf = ({ id, identifier }: Identified): BroughtIdentifier[] => {
  const all = [...identified(id), ...identifier.filter(({ system }) => system !== systems.insurer)];
  return [...new Map(all.map((each) => [`${each.system} ${each.value}`, each])).values()];
};

/** Identifiers of what has none in FHIR. */
const keptIn = (extensions: Read['Coverage'][number]['extension']): BroughtIdentifier[] =>
  extensions.flatMap(({ url, valueIdentifier }) => (url === systems.identifier && valueIdentifier ? [valueIdentifier] : []));

const orNull = (value: string | undefined): string | null => value ?? null;

export const toWishes = (read: Read): BroughtWish[] => [...history(read), ...treatment(read), ...insurances(read), ...people(read)];

function history(read: Read): BroughtWish[] {
  return [
    ...read.Condition.map((each): BroughtWish => ({
      id: each.id,
      block: 'MEDICAL_HISTORY',
      entry: {
        name: each.code.text ?? '',
        icd10: codeOf(each.code, systems.icd10),
        since: orNull(each.onsetDateTime),
        until: orNull(each.abatementDateTime),
        note: orNull(each.note[0]?.text),
      },
      identifiers: identifiersOf(each),
    })),
    ...read.AllergyIntolerance.map((each): BroughtWish => ({
      id: each.id,
      block: 'ALLERGIES',
      entry: each.code.text ?? '',
      identifiers: identifiersOf(each),
    })),
    ...read.Observation.filter(isLaboratory).map((each): BroughtWish => ({
      id: each.id,
      block: 'TEST_RESULTS',
      entry: {
        name: each.code.text ?? '',
        value: each.valueString ?? String(each.valueQuantity?.value ?? ''),
        unit: orNull(each.valueQuantity?.unit),
        date: each.effectiveDateTime.slice(0, 10),
      },
      identifiers: identifiersOf(each),
    })),
  ];
}

function treatment(read: Read): BroughtWish[] {
  return [
    ...read.MedicationStatement.map((each): BroughtWish => ({
      id: each.id,
      block: 'MEDICATIONS',
      entry: {
        name: each.medicationCodeableConcept.text ?? '',
        yjCode: codeOf(each.medicationCodeableConcept, systems.yj),
        dosage: orNull(each.dosage[0]?.text),
        since: orNull(each.effectivePeriod.start),
        until: orNull(each.effectivePeriod.end),
      },
      identifiers: identifiersOf(each),
    })),
    ...read.CarePlan.flatMap(({ id: planId, activity }) =>
      activity.map(({ id, detail, extension: kept }): BroughtWish => {
        const entry = {
          kind: detail.code.text ?? '',
          providerId: null,
          providerName: orNull(detail.performer[0]?.display),
          schedule: detail.scheduledString ?? detail.description ?? null,
        };
        const own = id ?? derivedId(planId, entry.kind, entry.providerName ?? '', entry.schedule ?? '');
        return { id: own, block: 'CARE_SERVICES', entry, identifiers: identifiersOf({ id: own, identifier: keptIn(kept) }) };
      }),
    ),
    ...read.Flag.map((each): BroughtWish => ({
      id: each.id,
      block: 'DISASTER',
      entry: each.code.text ?? '',
      identifiers: identifiersOf(each),
    })),
  ];
}

type Coverage = Read['Coverage'][number];

const shareOf = ({ costToBeneficiary }: Coverage): number | null => costToBeneficiary[0]?.valueQuantity.value ?? null;

function insurances(read: Read): BroughtWish[] {
  const insurers = new Map(
    read.Organization.map(({ id, identifier }) => [id, identifier.find(({ system }) => system === systems.insurer)?.value] as const),
  );
  const insurerOf = ({ payor }: Coverage): string => insurers.get(idOf(payor[0] ?? {}) ?? '') ?? '';
  const ofType = (wanted: string): Coverage[] => read.Coverage.filter(({ type }) => type.text === wanted);
  const expenses = ofType('公費負担医療').map((each) => ({
    payerNumber: insurerOf(each),
    recipientNumber: each.subscriberId ?? '',
    validUntil: orNull(each.period.end),
  }));
  return [
    ...ofType('医療保険').map((each): BroughtWish => ({
      id: each.id,
      block: 'MEDICAL_INSURANCE',
      entry: { insurerNumber: insurerOf(each), ...card(each), publicExpenses: expenses, validUntil: orNull(each.period.end) },
      identifiers: identifiersOf(each),
    })),
    ...ofType('介護保険').flatMap((each): BroughtWish[] => {
      const careLevel = careLevels.find((level) => level === each.class[0]?.value);
      if (!careLevel) return [];
      const { start, end } = each.period;
      const entry = { insurerNumber: insurerOf(each), insuredNumber: each.subscriberId ?? '', careLevel, copaymentPercent: shareOf(each) };
      return [
        {
          id: each.id,
          block: 'LONG_TERM_CARE_INSURANCE',
          entry: { ...entry, validFrom: orNull(start), validUntil: orNull(end) },
          identifiers: identifiersOf(each),
        },
      ];
    }),
  ];
}

type Card = Pick<BlockEntry['MEDICAL_INSURANCE'], 'symbol' | 'number' | 'branchNumber' | 'copaymentPercent'>;

function card(coverage: Coverage): Card {
  const written = (part: string): string | null =>
    orNull(coverage.extension.find(({ url }) => url === extension(`JP_Coverage_InsuredPerson${part}`))?.valueString);
  return { symbol: written('Symbol'), number: written('Number'), branchNumber: written('SubNumber'), copaymentPercent: shareOf(coverage) };
}

function people(read: Read): BroughtWish[] {
  return [...read.Patient.flatMap((patient) => patient.contact.map((contact) => toContact(patient.id, contact))), ...hospitals(read)];
}

function toContact(patientId: string, contact: Read['Patient'][number]['contact'][number]): BroughtWish {
  const { name, telecom, extension: extensions, relationship } = contact;
  const [first, ...more] = relationship.map((each) => each.text ?? '');
  const said = (url: string) => extensions.find((each) => each.url === url);
  const id = contact.id ?? derivedId(patientId, 'contact', name.text, first ?? '');
  const numbers = (system: 'phone' | 'fax'): string[] => telecom.filter((each) => each.system === system).map(({ value }) => value);
  return {
    id,
    block: 'FAMILY_CONTACTS',
    entry: {
      name: name.text,
      relationship: first ?? '',
      phones: numbers('phone'),
      fax: numbers('fax')[0] ?? null,
      isKeyPerson: more.includes('キーパーソン'),
      emergencyOrder: said(systems.emergencyOrder)?.valuePositiveInt ?? null,
      livesTogether: said(systems.livesTogether)?.valueBoolean ?? null,
    },
    identifiers: identifiersOf({ id, identifier: keptIn(extensions) }),
  };
}

const hospitalPlaces = { referringHospital: 'referring', readmissionHospital: 'readmission' } as const;

function hospitals({ CareTeam, Organization }: Read): BroughtWish[] {
  const organizations = new Map(Organization.map((each) => [each.id, each]));
  const participants = CareTeam.flatMap(({ participant }) => participant);
  return (Object.keys(hospitalPlaces) as (keyof typeof hospitalPlaces)[]).flatMap((role): BroughtWish[] => {
    const found = participants.find((each) => each.role.some((one) => one.text === hospitalRoles[role]));
    const organization = organizations.get((found && idOf(found.member)) ?? '');
    if (!found || !organization) return [];
    const named = found.member.display ?? organization.name;
    const place: HospitalPlace = hospitalPlaces[role];
    const number = organization.telecom.find(({ system }) => system === 'phone')?.value ?? null;
    return [
      {
        id: derivedId(role, organization.id),
        block: 'HOSPITALS',
        entry: { place, hospital: { facilityId: null, name: named, department: departmentIn(organization.name, named), phone: number } },
        identifiers: identifiersOf(organization),
      },
    ];
  });
}

/** The organisation is named with its department, the member without. */
const departmentIn = (whole: string, named: string): string | null =>
  whole.startsWith(`${named} `) ? whole.slice(named.length + 1) : null;
