/** What was measured and seen as FHIR resources, one each (R24, R35). */
import {
  coded,
  derivedId,
  identified,
  jpProfile,
  logically,
  refer,
  replaces,
  type Reference,
  type Resource,
  systems,
  terminology,
} from './fhir.common.ts';
import { type Fact, factsOf, type FactValue, standingOf } from './take-along.life.ts';
import type { MeasurementPart, PostPart, VitalsPart } from './take-along.parts.ts';
import { contextWords, measurementWords, sourceWords, unitWords } from './take-along.words.ts';

const flags = { NORMAL: 'N', LOW: 'L', HIGH: 'H', CRITICAL_LOW: 'LL', CRITICAL_HIGH: 'HH' } as const;
/** Measured, but not among the signs of that profile. */
const besideVitalSigns: ReadonlySet<string> = new Set(['PAIN', 'FLUID_INTAKE', 'URINE_VOLUME']);

type Performer = (user: { id: string } | null, name: string) => Reference;

/** What a post tells of a moment, found by the record's own id. */
export function toVitals(patientId: string, { vitals }: PostPart, performer: Performer): Resource[] {
  if (!vitals) return [];
  const by = {
    ...standing(vitals),
    subject: refer(patientId),
    effectiveDateTime: vitals.takenAt,
    performer: [performer(vitals.takenBy, vitals.takenByName)],
    identifier: identified(vitals.id),
    method: sourceWords[vitals.source] && { text: sourceWords[vitals.source] },
  };
  const notes = (...own: (string | null)[]): object[] =>
    [...own, vitals.note, ...standingOf(vitals)].flatMap((text) => (text ? [{ text }] : []));
  return [
    ...[...vitals.measurements, ...oxygenOf(vitals)].map((each) => ({
      ...toValue(vitals.id, each),
      ...by,
      note: notes(each.context && (contextWords[each.context] ?? each.context)),
    })),
    ...factsOf(vitals).map((each) => ({ ...toFact(vitals.id, each), ...by, note: notes(each.note) })),
  ];
}

/** What was corrected or taken back is no value any more; a correction says what it takes the place of. */
const standing = ({ isCurrent, corrects, correctionReason }: VitalsPart) => ({
  status: isCurrent ? (corrects ? 'corrected' : 'final') : 'entered-in-error',
  extension: corrects
    ? [
        { url: replaces, valueReference: logically(corrects.id) },
        { url: systems.correctionReason, valueString: correctionReason },
      ]
    : [],
});

type OxygenPart = Omit<MeasurementPart, 'flag'> & { flag: null };

const oxygenOf = ({ oxygenLitersPerMinute: value }: VitalsPart): OxygenPart[] =>
  value === null ? [] : [{ kind: 'OXYGEN_FLOW', value, unit: 'L/min', loincCode: '3151-8', flag: null, context: null }];

const category = (isVitalSign: boolean) => [
  isVitalSign ? coded(systems.category, 'vital-signs', 'Vital Signs') : coded(systems.category, 'survey', 'Survey'),
];

function toValue(recordId: string, { kind, value, unit, loincCode, flag }: MeasurementPart | OxygenPart): Resource {
  const isVitalSign = !besideVitalSigns.has(kind);
  return {
    resourceType: 'Observation',
    id: derivedId(recordId, kind),
    ...jpProfile(isVitalSign ? 'Observation_VitalSigns' : 'Observation_Common'),
    category: category(isVitalSign),
    code: { ...coded(systems.loinc, loincCode), text: measurementWords[kind] ?? kind },
    // What the timeline calls a unit is its UCUM code.
    valueQuantity: { value, unit: unitWords[unit] ?? unit, system: systems.ucum, code: unit },
    interpretation: flag ? [coded(terminology('v3-ObservationInterpretation'), flags[flag])] : [],
  };
}

const toFact = (recordId: string, { key, code, label, value }: Fact): Resource => ({
  resourceType: 'Observation',
  id: derivedId(recordId, ...key),
  ...jpProfile('Observation_Common'),
  category: category(false),
  code: { ...coded(systems.dailyLife, code), text: label },
  ...toFactValue(code, value),
});

function toFactValue(code: string, value: FactValue): object {
  if ('quantity' in value) {
    const { quantity, unit, ucum } = value;
    return { valueQuantity: { value: quantity, unit, ...(ucum && { system: systems.ucum, code: ucum }) } };
  }
  if ('grade' in value) return { valueInteger: value.grade };
  if ('yes' in value) return { valueBoolean: value.yes };
  return { valueCodeableConcept: { ...coded(`${systems.dailyLife}:${code.toLowerCase()}`, value.choice), text: value.words } };
}
