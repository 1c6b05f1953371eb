/** Everything this subgraph answers. */
import { buildSubgraph, type Subgraph, type SubgraphDefinition } from '@heya/service-common/federation';
import { AcknowledgementResolver, PostAcknowledgementResolver, ViewerAcknowledgementResolver } from './modules/acknowledgement/index.ts';
import { Patient, Room, RoomMembership, seeRoom, timelineClass, type TimelineRequest, Viewer } from './modules/access/index.ts';
import { AskResolver } from './modules/ask/index.ts';
import { AskAnswerResolver, RoomAsksResolver, ViewerAsksResolver } from './modules/ask-answer/index.ts';
import { AnnotationResolver, AttachmentResolver } from './modules/attachment/index.ts';
import { RoomDigestResolver, VisitDigestResolver } from './modules/digest/index.ts';
import { MailResolver } from './modules/mail/index.ts';
import { MentionResolver } from './modules/mention/index.ts';
import {
  notificationClasses,
  notificationEvents,
  NotificationPreferencesResolver,
  notificationReferences,
  notificationResolvers,
} from './modules/notification/index.ts';
import { PhotoResolver } from './modules/photo/index.ts';
import { PushResolver } from './modules/push/index.ts';
import { PostReminderResolver } from './modules/post-reminder/index.ts';
import { PostPinResolver, RoomPinsResolver } from './modules/pin/index.ts';
import { PostChangeResolver, postReference, PostResolver, PostRevisionResolver, VitalsPostResolver } from './modules/post/index.ts';
import { RoomFeeRecordsResolver } from './modules/fee-record/index.ts';
import { MembershipReadingResolver, PostReceiptResolver, ReadReceiptResolver } from './modules/receipt/index.ts';
import { PostReplyResolver } from './modules/reply/index.ts';
import { PostConnectionResolver, RoomTimelineResolver } from './modules/room/index.ts';
import { SearchResolver } from './modules/search/index.ts';
import { safetyCheckReference, SafetyCheckResolver } from './modules/safety-check/index.ts';
import {
  PatientSafetyResolver,
  SafetyBoardResolver,
  safetyReportReference,
  SafetyReportResolver,
  SafetyStreamResolver,
} from './modules/safety-report/index.ts';
import { SafetyViewResolver } from './modules/safety-view/index.ts';
import { StreamGrantResolver } from './modules/stream/index.ts';
import { PatientWoundsResolver, WoundAssessmentResolver, woundReference } from './modules/wound/index.ts';
import { WoundAssessResolver } from './modules/wound-assess/index.ts';
import { PatientRangesResolver, VitalRangeResolver, VitalRangeVersionResolver } from './modules/vital-range/index.ts';
import { VitalRangesSetResolver } from './modules/vital-range-set/index.ts';
import { PatientSeriesResolver } from './modules/vital-series/index.ts';
import { VitalsRecordingResolver } from './modules/vitals-record/index.ts';
import { PatientVitalsResolver, VitalsConnectionResolver, VitalsRecordResolver, vitalsReference } from './modules/vitals/index.ts';

/** In a disaster (R31). */
const safety = [
  SafetyCheckResolver,
  SafetyReportResolver,
  SafetyBoardResolver,
  PatientSafetyResolver,
  SafetyStreamResolver,
  SafetyViewResolver,
] as const;

/** Entities others own: each field added to them asks for itself whether it may be seen. */
const itself = ({ id }: { id: string }): { id: string } => ({ id });

const resolvers: SubgraphDefinition<TimelineRequest>['resolvers'] = [
  PostResolver,
  VitalsPostResolver,
  PostChangeResolver,
  PostRevisionResolver,
  MentionResolver,
  PhotoResolver,
  AttachmentResolver,
  AnnotationResolver,
  PostAcknowledgementResolver,
  AcknowledgementResolver,
  ViewerAcknowledgementResolver,
  AskResolver,
  AskAnswerResolver,
  ViewerAsksResolver,
  RoomAsksResolver,
  PostPinResolver,
  PostReminderResolver,
  RoomPinsResolver,
  RoomFeeRecordsResolver,
  RoomDigestResolver,
  VisitDigestResolver,
  PostReplyResolver,
  PostReceiptResolver,
  ReadReceiptResolver,
  MembershipReadingResolver,
  RoomTimelineResolver,
  PostConnectionResolver,
  SearchResolver,
  StreamGrantResolver,
  ...notificationResolvers,
  NotificationPreferencesResolver,
  PushResolver,
  MailResolver,
  PatientVitalsResolver,
  PatientRangesResolver,
  VitalRangeResolver,
  VitalRangeVersionResolver,
  VitalRangesSetResolver,
  PatientSeriesResolver,
  VitalsRecordingResolver,
  VitalsRecordResolver,
  VitalsConnectionResolver,
  PatientWoundsResolver,
  WoundAssessmentResolver,
  WoundAssessResolver,
  ...safety,
];

let built: Promise<Subgraph> | undefined;

/** Built once a process: it depends on nothing but the code. */
export const timelineSchema = (): Promise<Subgraph> =>
  (built ??= buildSubgraph<TimelineRequest>({
    resolvers,
    orphanedTypes: [Room, RoomMembership, Patient, Viewer, ...notificationEvents],
    // Rooms are bare references until a field is asked: then the access function says which classes are open (R10).
    classes: {
      Room: async ({ id }: { id: string }, context) => ((await seeRoom(context, id)) ? [timelineClass] : []),
      Notification: notificationClasses,
    },
    references: {
      Post: postReference,
      VitalsRecord: vitalsReference,
      SafetyCheck: safetyCheckReference,
      SafetyReport: safetyReportReference,
      WoundAssessment: woundReference,
      Room: itself,
      RoomMembership: itself,
      Patient: itself,
      Viewer: itself,
      ...notificationReferences,
    },
  }));
