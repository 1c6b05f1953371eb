/** Parts of FHIR R4 resources that many of them share. */
import { createHash } from 'node:crypto';

export interface Resource {
  resourceType: string;
  id: string;
  [element: string]: unknown;
}

export interface Reference {
  reference?: string;
  display?: string;
}

const jpCore = 'http://jpfhir.jp/fhir/core';
/** Of JP Core v1.2; `undefined` where there is none and base R4 holds. */
export const jpProfile = (name: string): { meta: { profile: string[] } } => ({
  meta: { profile: [`${jpCore}/StructureDefinition/JP_${name}`] },
});

/** Names of code systems; those of Heya are names, not addresses. */
export const systems = {
  uuid: 'urn:ietf:rfc:3986',
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  category: `${jpCore}/CodeSystem/JP_SimpleObservationCategory_CS`,
  icd10: `${jpCore}/mhlw/CodeSystem/ICD10-2013-full`,
  yj: 'http://capstandard.jp/iyaku.info/CodeSystem/YJ-code',
  insurer: `${jpCore}/mhlw/IdSystem/InsurerNumber`,
  receipt: 'urn:x-heya:receipt-number',
  roomNumber: 'urn:x-heya:room-number',
  informationCategory: 'urn:x-heya:information-category',
  recipient: 'urn:x-heya:recipient',
  audience: 'urn:x-heya:audience',
  role: 'urn:x-heya:room-role',
  careLevel: 'urn:x-heya:care-level',
  purpose: 'urn:x-heya:export-purpose',
  emergencyOrder: 'urn:x-heya:emergency-order',
  livesTogether: 'urn:x-heya:lives-together',
  identifier: 'urn:x-heya:identifier',
  /** Meals, stool, medicines and the like: codes of Heya's own. */
  dailyLife: 'urn:x-heya:daily-life',
  correctionReason: 'urn:x-heya:correction-reason',
} as const;

export const terminology = (name: string): string => `http://terminology.hl7.org/CodeSystem/${name}`;
export const extension = (name: string): string => `${jpCore}/Extension/StructureDefinition/${name}`;

export const coded = (system: string, code: string, display?: string) => ({ coding: [{ system, code, ...(display && { display }) }] });
export const urn = (id: string): string => `urn:uuid:${id}`;
export const refer = (id: string, display?: string | null): Reference => ({ reference: urn(id), ...(display && { display }) });

/** Heya's own id as an identifier, so that it is found again wherever the record goes. */
export const identified = (id: string) => [{ system: systems.uuid, value: urn(id) }];

/** HL7's own extension for the value that another one takes the place of. */
export const replaces = 'http://hl7.org/fhir/StructureDefinition/observation-replaces';
/** By its identifier: what is meant is several resources, which need not be in the same package. */
export const logically = (id: string) => ({ identifier: identified(id)[0] });

/** An identifier of what has none in FHIR. */
export const identifying = (identifiers: readonly { system: string; value: string }[]) =>
  identifiers.map((valueIdentifier) => ({ url: systems.identifier, valueIdentifier }));

/** What has no id of its own gets one from what it is, the same each time. */
export function derivedId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Without what is null, undefined, blank or empty: FHIR knows none of them. */
export function compact<T>(value: T): T {
  if (Array.isArray(value)) return value.map(compact).filter((each) => !isNothing(each)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, each]) => [name, compact<unknown>(each)] as const);
  return Object.fromEntries(entries.filter(([, each]) => !isNothing(each))) as T;
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** @returns `{ start, end }`, or undefined without either */
export const period = (start: string | null, end: string | null) => (start || end ? { start, end } : undefined);
export const phone = (value: string | null, system: 'phone' | 'fax' = 'phone') => (value ? [{ system, value }] : []);
