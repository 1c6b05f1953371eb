/** The tables of this service, one by one, and how they came about. */
import { dataKey, erasedRoom, ormOptions } from '@heya/service-common/orm';
import { migrationsList } from '../migrations/index.ts';
import { acknowledgement } from './modules/acknowledgement/index.ts';
import { consentState, roomInspection, roomMember, roomState } from './modules/access/index.ts';
import { postAsk } from './modules/ask/index.ts';
import { postAskDeputy, postAskStep } from './modules/ask-answer/index.ts';
import { postAskEscalation } from './modules/ask-escalation/index.ts';
import { postReminder } from './modules/post-reminder/index.ts';
import { attachment, attachmentMarking, unneededObject, upload, uploadPicture } from './modules/attachment/index.ts';
import { mailAddress, mailCode, mailDigest } from './modules/mail/index.ts';
import { postMention } from './modules/mention/index.ts';
import { notification, notificationApplicant, notificationMute, notificationPreference } from './modules/notification/index.ts';
import { postPin } from './modules/pin/index.ts';
import { notificationDelivery, pushSubscription } from './modules/push/index.ts';
import { post, postRetraction, postRevision } from './modules/post/index.ts';
import { readingPosition, readReceipt } from './modules/receipt/index.ts';
import { postSearch } from './modules/search/index.ts';
import { safetyCard } from './modules/safety-card/index.ts';
import { safetyCheck, safetyCheckEnd, safetySubject } from './modules/safety-check/index.ts';
import { safetyReport, safetyRetraction } from './modules/safety-report/index.ts';
import { safetyView } from './modules/safety-view/index.ts';
import { postVisit } from './modules/visit/index.ts';
import { vitalRange } from './modules/vital-range/index.ts';
import { vitalMeasurement, vitalsRecord } from './modules/vitals/index.ts';
import { woundAssessment } from './modules/wound/index.ts';

const entities = [
  roomState,
  roomMember,
  roomInspection,
  consentState,
  post,
  postRevision,
  postRetraction,
  postMention,
  postAsk,
  postAskStep,
  postAskDeputy,
  postAskEscalation,
  postReminder,
  postVisit,
  acknowledgement,
  postPin,
  vitalsRecord,
  vitalMeasurement,
  vitalRange,
  woundAssessment,
  upload,
  uploadPicture,
  unneededObject,
  attachment,
  attachmentMarking,
  dataKey,
  readReceipt,
  readingPosition,
  postSearch,
  notification,
  notificationPreference,
  notificationMute,
  notificationApplicant,
  notificationDelivery,
  pushSubscription,
  mailAddress,
  mailCode,
  mailDigest,
  safetyCheck,
  safetyCheckEnd,
  safetySubject,
  safetyReport,
  safetyRetraction,
  safetyCard,
  safetyView,
  erasedRoom,
];

/** @param url whose rights are used: the owner's for migrations, the runtime role's for everything else */
export const timelineOrm = (url: string) => ormOptions(url, entities, migrationsList);
