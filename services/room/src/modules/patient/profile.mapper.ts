/** From what is kept to what the API shows, each object with the classes it was opened for (R10). */
import { grant } from '@heya/service-common/holds';
import { referTo } from '../foreign/index.ts';
import { type BroughtBlock, keyOf, placesOf } from './brought.policy.ts';
import type { BroughtRow } from './brought.repository.ts';
import type { PatientProfileFields } from './patient.registration.policy.ts';
import type { PatientView } from './patient.access.ts';
import type { ClassView } from './profile.access.ts';
import type {
  BlockContents,
  CareService,
  FamilyContactFields,
  HospitalRef,
  MedicalInsurance,
  ProfileBlock,
  ProfileCategory,
} from './profile.block.ts';
import type { ContactRow, HistoryRow } from './profile.repository.ts';
import type { FamilyContactType } from './family-contact.type.ts';
import type { CareServiceType, HospitalRefType, MedicalInsuranceType } from './profile.content.type.ts';
import type { ProfileChangeType, ProfileSnapshotType } from './profile.history.type.ts';
import type { BroughtAlongType, ProfileBlockStateType } from './profile.type.ts';

/** Entries of a list, each shown by its class; null stays null. */
export const shown = <T extends object>(items: readonly T[] | null, category: ProfileCategory): T[] | null =>
  items && items.map((item) => grant({ ...item }, [category]));

export const toServices = (items: readonly CareService[] | null): CareServiceType[] | null =>
  shown(items && items.map(({ providerId, ...service }) => ({ ...service, provider: referTo(providerId) })), 'CARE_SERVICES');

export const toInsurance = (insurance: MedicalInsurance | null): MedicalInsuranceType | null =>
  insurance && grant({ ...insurance, publicExpenses: shown(insurance.publicExpenses, 'INSURANCE') ?? [] }, ['INSURANCE']);

export function toHospital(hospital: HospitalRef | null | undefined): HospitalRefType | null {
  if (!hospital) return null;
  const { facilityId, ...rest } = hospital;
  return grant({ ...rest, facility: referTo(facilityId) }, ['HOSPITALS']);
}

export const toContact = (row: ContactRow): FamilyContactType => grant({ ...row }, ['FAMILY_CONTACTS']);

/** An entry came in as often as it has identifiers; the first time is told. */
const toBrought = (place: number, rows: readonly BroughtRow[]): BroughtAlongType[] => {
  const [first] = rows;
  if (!first) return [];
  return [
    {
      place,
      roomNumber: first.source_room_number,
      districtName: first.source_district_name,
      packageId: first.package_id,
      broughtAt: new Date(first.brought_at),
      broughtByName: first.brought_by_name,
      // Of who the patient was, every package says the same.
      identifiers: [...new Map(rows.map(({ system, value }) => [`${system} ${value}`, { system, value }])).values()],
    },
  ];
};

/** Whoever an entry is today: it is found by what it is. */
function broughtInto(block: BroughtBlock, view: ClassView, brought: readonly BroughtRow[]): BroughtAlongType[] {
  const rows = Map.groupBy(
    brought.filter((row) => row.block === block),
    (row) => row.entry_key,
  );
  if (rows.size === 0) return [];
  return placesOf(block, view).flatMap((entry, place) => (entry === null ? [] : toBrought(place, rows.get(keyOf(block, entry)) ?? [])));
}

/** The state of the basics stands with the patient itself; who changed them last is told by the history. */
export const basicsState = ({ version, updatedAt, updating }: PatientView, brought: readonly BroughtRow[]): ProfileBlockStateType => ({
  block: 'BASICS',
  version,
  updatedAt,
  updatedBy: null,
  updatedByName: null,
  viewerCanUpdate: updating.allowed,
  broughtAlong: toBrought(
    0,
    brought.filter(({ block }) => block === 'BASICS'),
  ),
});

export function toState(block: BroughtBlock, view: ClassView, brought: readonly BroughtRow[]): ProfileBlockStateType {
  const state = view.blocks[block];
  return {
    block,
    version: state?.version ?? 0,
    updatedAt: state ? new Date(state.changedAt) : null,
    updatedBy: referTo(state?.changedBy),
    updatedByName: state?.changedByName ?? null,
    viewerCanUpdate: view.updating.allowed,
    broughtAlong: broughtInto(block, view, brought),
  };
}

/** Block → the fields of a snapshot that show it. */
const snapshots: { [B in ProfileBlock]: (content: never) => Partial<ProfileSnapshotType> } = {
  BASICS: (content: PatientProfileFields) => ({ basics: grant({ ...content }, ['DEMOGRAPHICS']) }),
  FAMILY_CONTACTS: (content: FamilyContactFields[]) => ({ familyContacts: shown(content, 'FAMILY_CONTACTS') }),
  MEDICAL_INSURANCE: (content: BlockContents['MEDICAL_INSURANCE']) => ({ medicalInsurance: toInsurance(content) }),
  LONG_TERM_CARE_INSURANCE: (content: BlockContents['LONG_TERM_CARE_INSURANCE']) => ({
    longTermCareInsurance: content && grant({ ...content }, ['INSURANCE']),
  }),
  MEDICAL_HISTORY: (content: BlockContents['MEDICAL_HISTORY']) => ({ medicalHistory: shown(content, 'MEDICAL_HISTORY') }),
  ALLERGIES: (allergies: string[]) => ({ allergies }),
  MEDICATIONS: (content: BlockContents['MEDICATIONS']) => ({ medications: shown(content, 'MEDICATIONS') }),
  TEST_RESULTS: (content: BlockContents['TEST_RESULTS']) => ({ testResults: shown(content, 'TEST_RESULTS') }),
  CARE_SERVICES: (content: BlockContents['CARE_SERVICES']) => ({ careServices: toServices(content) }),
  HOSPITALS: ({ referring, readmission }: BlockContents['HOSPITALS']) => ({
    referringHospital: toHospital(referring),
    readmissionHospital: toHospital(readmission),
  }),
  DISASTER: ({ note }: BlockContents['DISASTER']) => ({ disasterNote: note }),
};

/** Several blocks at once, as far as their classes are open. */
export const snapshotOf = (contents: Partial<Record<ProfileBlock, unknown>>, classes: readonly ProfileCategory[]): ProfileSnapshotType =>
  grant(
    Object.assign(
      {},
      ...Object.entries(contents).map(([block, content]) => snapshots[block as ProfileBlock](content as never)),
    ) as ProfileSnapshotType,
    classes,
  );

const toSnapshot = ({ block, category }: HistoryRow, content: unknown): ProfileSnapshotType =>
  grant(snapshots[block](content as never) as ProfileSnapshotType, [category]);

export function toChange(row: HistoryRow): ProfileChangeType {
  return {
    block: row.block,
    version: row.version,
    changedAt: new Date(row.changed_at),
    changedBy: referTo(row.changed_by),
    changedByName: row.changed_by_name,
    before: row.version === 1 ? null : toSnapshot(row, row.before),
    after: toSnapshot(row, row.content),
  };
}
