/** R10: every field of what this service tells of patients either declares its class or is known to hold none. */
import { declaredClass } from '@heya/service-common/holds';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { safetyClass, timelineClass } from './modules/access/index.ts';
import { timelineSchema } from './schema.ts';

/** Ids, labels of people who wrote or read, places in lists, and containers whose items guard themselves. */
const holdsNothing: Record<string, string[]> = {
  Post: [
    'id',
    'room',
    'author',
    'authorName',
    'authorProfessionLabel',
    'authorFacilityName',
    'audience',
    'parent',
    'replies',
    'isPinned',
    'acknowledgements',
    'viewerHasAcknowledged',
    'viewerCanEdit',
    'viewerCanRetract',
    'viewerCanRemind',
    'reminders',
    'acknowledgementRequested',
    'createdAt',
    'editedAt',
    'version',
    'viewerHasRead',
  ],
  PostRevision: ['at', 'by', 'byName'],
  Retraction: ['at', 'by', 'byName'],
  Acknowledgement: ['user', 'userName', 'at'],
  Mention: ['user', 'group', 'start', 'end'],
  Ask: [
    'toUser',
    'toGroup',
    'dueAt',
    'state',
    'takenBy',
    'takenByName',
    'doneAt',
    'doneByName',
    'deputies',
    'escalations',
    'hasDeputy',
    'escalationStep',
    'owedBy',
    'viewerCanTake',
    'viewerCanComplete',
    'viewerCanNameDeputy',
  ],
  AskDeputy: ['user', 'byName', 'at'],
  AskEscalation: ['step', 'at'],
  PostReminder: ['id', 'byName', 'waitingCount', 'at'],
  Visit: [],
  Attachment: ['id', 'kind', 'contentType', 'byteSize', 'width', 'height'],
  Annotation: ['id', 'by'],
  Point: [],
  Highlight: [],
  TextRange: ['start', 'end'],
  FacilityRecords: ['facilityName'],
  VitalsRecord: ['id', 'patient', 'takenBy', 'takenByName', 'source', 'post', 'corrects', 'correctedBy', 'isCurrent', 'viewerCanCorrect'],
  MealIntake: [],
  Stool: [],
  MedicineIntake: [],
  VitalRange: ['isDefault', 'setBy', 'setByName', 'setAt'],
  VitalRangeVersion: ['version', 'setBy', 'setByName', 'setAt', 'ranges'],
  VitalSeries: ['points', 'range', 'downsampled'],
  VitalPoint: ['recordId'],
  VitalMeasurement: [],
  WoundAssessment: ['id', 'woundId', 'audience', 'patient', 'assessedByName', 'corrects', 'series'],
  VisitDigest: ['since', 'importantPosts', 'openAsks', 'vitalsOutOfRange', 'woundChanges'],
  ReadSummary: ['readCount', 'audienceCount', 'acknowledgedCount'],
  ReadReceipt: ['user', 'userName', 'readAt'],
  Patient: [
    ...['id', 'safety', 'latestVitals', 'vitals', 'wounds', 'vitalSeries'],
    ...['vitalRanges', 'vitalRangesVersion', 'vitalRangeHistory', 'viewerCanSetVitalRanges'],
  ],
  Room: [
    'id',
    'posts',
    'firstUnreadPost',
    'lastPost',
    'eventCursor',
    'pinnedPosts',
    'visits',
    'recordsByFacility',
    'openAsks',
    'sinceLastVisit',
  ],
  RoomMembership: ['id', 'lastReadAt', 'unreadImportantCount'],
  Viewer: [
    'id',
    'postsAwaitingMyAcknowledgement',
    'asksOwedByMe',
    'notifications',
    'unreadNotificationCount',
    'notificationCursor',
    'notificationPreferences',
    'pushKey',
    'pushEndpoints',
    'mailSettings',
  ],
  // The title names the writer at most, and that only to whoever sees the post.
  Notification: ['id', 'kind', 'importance', 'safeTitle', 'title', 'target', 'targetId', 'url', 'actor', 'room', 'createdAt', 'readAt'],
  // Numbers and what the center called it; the people in it guard themselves.
  SafetyCheck: [
    ...['id', 'title', 'area', 'municipality', 'practice', 'startedAt', 'startedBy', 'startedByName', 'endedAt', 'endedByName'],
    ...['notTicked', 'viewerCanLead', 'summary', 'reports', 'outcome', 'views'],
  ],
  SafetyReport: [
    ...['id', 'patient', 'room', 'roomNumber', 'safetyCheck', 'evidence', 'observedAt', 'reportedAt', 'reportedBy', 'reportedByName'],
    ...['reportedByLabel', 'facilityName', 'retractedAt', 'all', 'viewerCanReport', 'viewerCanRetract'],
  ],
  MunicipalSafety: ['title', 'area', 'practice', 'forWhom', 'startedAt', 'expiresAt', 'summary', 'reports'],
};

/** Types that carry nothing but ids, pages and outcomes. */
const carriers =
  /^(Query|Mutation|_Service|User|UserError|PageInfo|StreamGrant|RoomMarkReadPayload|AskPayload|Safety(Tally|Answered|Facility|Outcome|View|ViewPayload|CheckPayload|ReportSubmitPayload)|Upload(Header|CreatePayload)?|PhotoAnnotatePayload|VitalsRecordPayload|VitalRangesSetPayload|Notification(sMarkReadPayload|sRead|Received|Preferences(Payload)?)|ChannelPreference|PushSubscriptionPayload|PushTestPayload|Mail(Settings|SettingsPayload|TestPayload)|RoomApplication|IdApplication|Consent|WeeklyCheck|DormancyReview|WoundAssessPayload|Post\w+Payload|\w+Connection|\w+Edge)$/;

test('no field of a type that tells of a patient is undeclared', async () => {
  const { schema } = await timelineSchema();
  const types = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__') && !carriers.test(type.name),
  );
  expect(types.map(({ name }) => name).sort()).toEqual(Object.keys(holdsNothing).sort());
  for (const type of types) {
    const fields = Object.values(type.getFields());
    const undeclared = fields.filter((field) => !declaredClass(field)).map(({ name }) => name);
    expect(undeclared.sort(), type.name).toEqual(holdsNothing[type.name]?.toSorted());
    for (const field of fields) expect([undefined, timelineClass, safetyClass]).toContain(declaredClass(field));
  }
});
