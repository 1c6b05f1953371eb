import type { InformationCategory, RoomFrameQuery } from '@heya/client/generated/graphql';

type Disclosures = NonNullable<RoomFrameQuery['room']>['patient']['disclosures'];

/** Which classes a page asks for: those that are shown. What is withheld is not asked for, so that nobody stands in the record as refused. */
export function openClasses(disclosures: Disclosures) {
  const isOpen = (category: InformationCategory): boolean =>
    disclosures?.some((each) => each.category === category && each.state === 'SHARED') ?? false;
  return {
    medicalHistory: isOpen('MEDICAL_HISTORY'),
    medications: isOpen('MEDICATIONS'),
    testResults: isOpen('TEST_RESULTS'),
    careServices: isOpen('CARE_SERVICES'),
    insurance: isOpen('INSURANCE'),
    hospitals: isOpen('HOSPITALS'),
    disasterSafety: isOpen('DISASTER_SAFETY'),
    familyContacts: isOpen('FAMILY_CONTACTS'),
  };
}
