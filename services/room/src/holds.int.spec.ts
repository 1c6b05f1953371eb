/** R10: every field of what this service tells of patients either declares its class or is known to hold none. */
import { declaredClass } from '@heya/service-common/holds';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { isProfileCategory } from './modules/patient/index.ts';
import { buildRoomSubgraph } from './schema.ts';

/** Ids, versions, who takes part, and what forms say to the center; situation and reason of a form are shown while the consent stands (R8). */
const holdsNothing: Record<string, string[]> = {
  Patient: [
    'id',
    'room',
    'consentCursor',
    'updatedAt',
    'version',
    'viewerCanUpdate',
    'attendingPhysician',
    'attendingPhysicianName',
    'careManager',
    'careManagerName',
    'profileBlocks',
    'profileHistory',
  ],
  FamilyContact: ['id', 'version'],
  ProfileBlockState: ['block', 'version', 'updatedAt', 'updatedBy', 'updatedByName', 'viewerCanUpdate'],
  ProfileChange: ['block', 'version', 'changedAt', 'changedBy', 'changedByName', 'before', 'after'],
  ...Object.fromEntries(
    [
      'CareService',
      'Condition',
      'FamilyContactSnapshot',
      'HospitalRef',
      'LongTermCareInsurance',
      'MedicalInsurance',
      'Medication',
      'PatientBasics',
      'ProfileSnapshot',
      'PublicExpense',
      'TestResult',
    ].map((name) => [name, []]),
  ),
  Room: [
    'id',
    'patient',
    'roomNumber',
    'status',
    'steward',
    'memberships',
    'viewerMembership',
    'inspections',
    'weeklyChecks',
    'dormancyReview',
    'openedAt',
    'closedAt',
    'viewerCanPost',
    'viewerCanApplyChange',
    'familyInvitations',
    'viewerCanInviteFamily',
    'viewerCanManageFamily',
    'applications',
    'changeCursor',
    'centerView',
  ],
  RoomMembership: [
    'id',
    'room',
    'user',
    'displayName',
    'professionLabel',
    'facility',
    'facilityName',
    'role',
    'isSteward',
    'status',
    'invitedAt',
    'joinedAt',
    'leftAt',
    'remindedAt',
  ],
  RoomCenterView: [
    'facilities',
    'memberCount',
    'waitingCount',
    'hasSteward',
    'checkOverdueSince',
    'lastUsedOn',
    'consentInForce',
    'isInspecting',
  ],
  RoomFacility: ['facility', 'name'],
  RoomInspection: ['id', 'room', 'officer', 'officerName', 'reason', 'startedAt', 'expiresAt', 'endedAt', 'viewerCanEnd'],
  WeeklyCheck: [
    'id',
    'room',
    'roomNumber',
    'weekOf',
    'dueOn',
    'isOverdue',
    'completedAt',
    'completedBy',
    'completedByName',
    'outcome',
    'note',
    'findings',
    'viewerCanSign',
  ],
  DormancyReview: [
    'id',
    'room',
    'patient',
    'roomNumber',
    'state',
    'applicant',
    'applicantName',
    'openedAt',
    'lastActivityOn',
    'dueOn',
    'isLate',
    'applicantAnswer',
    'patientAnswer',
    'decision',
    'decisionReason',
    'decidedBy',
    'decidedByName',
    'decidedAt',
    'endedAt',
    'entries',
    'viewerCanWork',
  ],
  DormancyAnswer: ['keep', 'channel', 'askedOn', 'answeredAt', 'note'],
  DormancyEntry: ['kind', 'at', 'party', 'channel', 'askedOn', 'keep', 'note', 'actorName'],
  FamilyInvitation: ['id', 'role', 'name', 'state', 'invitedByName', 'invitedAt', 'expiresAt', 'acceptedAt'],
  FamilyWelcome: ['invitationId', 'role', 'name', 'roomNumber', 'invitedByName', 'expiresAt', 'shown', 'hidden'],
  FamilyLetter: ['fileName', 'base64'],
  WeeklyFindings: ['postCount', 'consentExpiresOn', 'membersNotJoined', 'membersLeft'],
  RoomCreationDetails: ['consent', 'members', 'steward', 'stewardName', 'situation', 'reason'],
  RoomChangeDetails: ['add', 'remove', 'newSteward', 'newStewardName', 'effectiveAt', 'effectiveOn', 'reason'],
  RoomClosureDetails: ['reason', 'note', 'informed', 'copies', 'exportTo', 'exportToName'],
  RemovedMember: ['membershipId', 'displayName', 'role', 'endsAt', 'calledOffAt'],
  ClosureCopy: ['facility', 'facilityName', 'isSaved'],
  RoomApplicationEntry: ['status', 'at', 'officer', 'reason'],
  PossibleDuplicate: ['roomNumber', 'receiptNumber'],
  ProposedMember: ['user', 'displayName', 'facility', 'role'],
  RoomApplication: [
    'id',
    'form',
    'receiptNumber',
    'status',
    'channel',
    'patient',
    'room',
    'applicant',
    'applicantName',
    'details',
    'submittedAt',
    'expectedBy',
    'checkedBy',
    'decidedAt',
    'decidedBy',
    'decisionReason',
    'version',
    'entries',
    'viewerCanReview',
    'possibleDuplicates',
    'viewerCanExecute',
    'viewerCanWithdraw',
    'viewerCanResubmit',
  ],
};

/** Types that carry nothing but ids, pages and outcomes. */
const carriers = /^(Query|Mutation|_Service|User|Viewer|Facility|Consent|UserError|PageInfo|StreamGrant|\w+Payload|\w+Connection|\w+Edge)$/;

test('no field of a type that tells of a patient is undeclared', async () => {
  const { schema } = await buildRoomSubgraph();
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && !carriers.test(type.name),
  );
  expect(types.map(({ name }) => name).sort()).toEqual(Object.keys(holdsNothing).sort());
  for (const type of types) {
    const fields = Object.values(type.getFields());
    const undeclared = fields.filter((field) => !declaredClass(field)).map(({ name }) => name);
    expect(undeclared.sort(), type.name).toEqual(holdsNothing[type.name]?.toSorted());
    for (const field of fields) {
      const declared = declaredClass(field);
      expect(declared === undefined || isProfileCategory(declared), field.name).toBe(true);
    }
  }
});
