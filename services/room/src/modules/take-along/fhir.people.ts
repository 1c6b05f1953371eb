/** Patient, practitioners, organisations, family and the care team as FHIR resources. */
import {
  coded,
  derivedId,
  identified,
  identifying,
  jpProfile,
  period,
  phone,
  refer,
  type Reference,
  type Resource,
  systems,
  terminology,
} from './fhir.common.ts';
import type { ContactPart, HospitalPart, IdentifierPart, MemberPart, PatientPart, RoomPart } from './take-along.parts.ts';

const genders = { MALE: 'male', FEMALE: 'female', OTHER: 'other', UNKNOWN: 'unknown' } as const;
const representation = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation';

/** @returns the identifiers an entry had before it was brought here */
export const keptOf = ({ profileBlocks }: PatientPart, block: string, place: number): IdentifierPart[] =>
  profileBlocks.find((each) => each.block === block)?.broughtAlong.find((each) => each.place === place)?.identifiers ?? [];

/** A name and its reading, marked as JP Core does. */
function written(name: string | null, code: 'IDE' | 'SYL'): object | null {
  if (!name) return null;
  const [family, ...given] = name.split(/[ \u3000]+/u);
  return { extension: [{ url: representation, valueCode: code }], use: 'official', text: name, family, given };
}

export function toPatient(patient: PatientPart, roomNumber: string): Resource {
  return {
    resourceType: 'Patient',
    id: patient.id,
    ...jpProfile('Patient'),
    identifier: [...identified(patient.id), { system: systems.roomNumber, value: roomNumber }, ...keptOf(patient, 'BASICS', 0)],
    name: [written(patient.name, 'IDE'), written(patient.nameKana, 'SYL')],
    telecom: phone(patient.phone),
    gender: patient.sex && genders[patient.sex],
    birthDate: patient.birthDate,
    address: patient.address ? [{ text: patient.address, postalCode: patient.postalCode, country: 'JP' }] : [],
    contact: (patient.familyContacts ?? []).map((contact, place) => toContact(contact, keptOf(patient, 'FAMILY_CONTACTS', place))),
  };
}

const toContact = (contact: ContactPart, kept: readonly IdentifierPart[]) => ({
  id: contact.id,
  extension: [
    ...(contact.emergencyOrder === null ? [] : [{ url: systems.emergencyOrder, valuePositiveInt: contact.emergencyOrder }]),
    ...(contact.livesTogether === null ? [] : [{ url: systems.livesTogether, valueBoolean: contact.livesTogether }]),
    ...identifying(kept),
  ],
  ...toContactFacts(contact),
});

const toContactFacts = ({ name, relationship, phones, fax, isKeyPerson }: ContactPart) => ({
  relationship: [{ text: relationship }, ...(isKeyPerson ? [{ text: 'キーパーソン' }] : [])],
  name: { text: name },
  telecom: [...phones.flatMap((number) => phone(number)), ...phone(fax, 'fax')],
});

/** Whom the members of a room are in the bundle. */
export const personIdOf = ({ id, user }: Pick<MemberPart, 'id' | 'user'>): string => user?.id ?? derivedId('person', id);
const facilityIdOf = ({ facility, facilityName }: MemberPart): string | null =>
  facility?.id ?? (facilityName ? derivedId('facility', facilityName) : null);

/** @returns people and organisations, each once */
export function toPeople({ memberships, patient }: RoomPart): Resource[] {
  const people = memberships.flatMap((member) => toPerson(member, patient.id));
  return [
    ...new Map([...people, ...toHospitals(patient)].map((resource) => [`${resource.resourceType} ${resource.id}`, resource])).values(),
  ];
}

function toPerson(member: MemberPart, patientId: string): Resource[] {
  const id = personIdOf(member);
  const base = { identifier: identified(id), name: [{ text: member.displayName }] };
  if (member.role === 'PATIENT') return [];
  if (member.role === 'FAMILY') return [{ resourceType: 'RelatedPerson', id, ...base, patient: refer(patientId) }];
  const practitioner: Resource = {
    resourceType: 'Practitioner',
    id,
    ...jpProfile('Practitioner'),
    ...base,
    qualification: member.professionLabel ? [{ code: { text: member.professionLabel } }] : [],
  };
  const facilityId = facilityIdOf(member);
  if (!facilityId) return [practitioner];
  return [practitioner, toOrganization({ id: facilityId, name: member.facilityName ?? facilityId })];
}

interface OrganizationFacts {
  id: string;
  name: string;
  phone?: string | null;
  identifier?: object[];
  type?: object;
}

export const toOrganization = ({ id, name, phone: number = null, identifier = [], type }: OrganizationFacts): Resource => ({
  resourceType: 'Organization',
  id,
  ...jpProfile('Organization'),
  identifier: [...identified(id), ...identifier],
  ...(type && { type: [type] }),
  name,
  telecom: phone(number),
});

const hospitalIdOf = ({ facility, name }: HospitalPart): string => facility?.id ?? derivedId('facility', name);
export const hospitalRoles = { referringHospital: '紹介元の病院', readmissionHospital: '再入院を希望する病院' } as const;
type HospitalRole = keyof typeof hospitalRoles;
const hospitalPlaces: Record<HospitalRole, number> = { referringHospital: 0, readmissionHospital: 1 };

const hospitalsOf = (patient: PatientPart): [HospitalRole, HospitalPart][] =>
  (Object.keys(hospitalRoles) as HospitalRole[]).flatMap((role) => {
    const hospital = patient[role];
    return hospital ? [[role, hospital]] : [];
  });

const toHospitals = (patient: PatientPart): Resource[] =>
  hospitalsOf(patient).map(([role, hospital]) =>
    toOrganization({
      id: hospitalIdOf(hospital),
      name: [hospital.name, hospital.department].filter(Boolean).join(' '),
      phone: hospital.phone,
      identifier: keptOf(patient, 'HOSPITALS', hospitalPlaces[role]),
    }),
  );

/** Who takes part, and until when. */
export function toCareTeam({ id, roomNumber, openedAt, closedAt, memberships, patient }: RoomPart): Resource {
  return {
    resourceType: 'CareTeam',
    id,
    identifier: [...identified(id), { system: systems.roomNumber, value: roomNumber }],
    status: closedAt ? 'inactive' : 'active',
    name: `部屋 ${roomNumber}`,
    subject: refer(patient.id),
    period: period(openedAt, closedAt),
    participant: [
      ...memberships.filter(({ joinedAt }) => joinedAt !== null).map((member) => toParticipant(member, patient.id)),
      ...hospitalsOf(patient).map(([role, hospital]) => ({
        role: [{ text: hospitalRoles[role] }],
        member: refer(hospitalIdOf(hospital), hospital.name),
      })),
    ],
  };
}

function toParticipant(member: MemberPart, patientId: string): object {
  const { role, isSteward, professionLabel, joinedAt, leftAt, displayName } = member;
  const facilityId = facilityIdOf(member);
  return {
    role: [
      { ...coded(systems.role, role), text: professionLabel ?? role },
      ...(isSteward ? [{ ...coded(systems.role, 'STEWARD'), text: '利用者部屋世話役' }] : []),
    ],
    member: role === 'PATIENT' ? refer(patientId, displayName) : refer(personIdOf(member), displayName),
    // ctm-1: on behalf of an organisation acts a practitioner alone.
    ...(role === 'CARE_TEAM' && facilityId && { onBehalfOf: refer(facilityId, member.facilityName) }),
    period: period(joinedAt, leftAt),
  };
}

/** Finds people who may no longer be in the room: then only their name of that time is left. */
export function directory({ memberships, patient }: RoomPart): (user: { id: string } | null, name: string) => Reference {
  const known = new Map(memberships.flatMap(({ user, role }) => (user ? [[user.id, role]] : [])));
  return (user, name) => {
    const role = user && known.get(user.id);
    if (!user || !role) return { display: name };
    return role === 'PATIENT' ? refer(patient.id, name) : refer(user.id, name);
  };
}

export const payerType = coded(terminology('organization-type'), 'pay', 'Payer');
