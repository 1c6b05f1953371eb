/** Every table of this service, and where its database is. */
import { type Options } from '@mikro-orm/postgresql';
import { dataKey, ormOptions } from '@heya/service-common/orm';
import { migrationsList } from '../migrations/list.ts';
import { applicationEntry, closureCopy, membershipRemoval, proposedMember, roomApplication } from './modules/application/index.ts';
import { broughtPost, roomImport } from './modules/bring-in/index.ts';
import { consentGrant } from './modules/consent-grant/index.ts';
import { districtSetting, districtSettingChange } from './modules/district/index.ts';
import { dormancyEntry, dormancyReview } from './modules/dormancy/index.ts';
import { familyInvitation, joinTry } from './modules/family-invitation/index.ts';
import { roomInspection } from './modules/inspection/index.ts';
import { placeEnding, roomMembership } from './modules/membership/index.ts';
import {
  broughtEntry,
  familyContact,
  patient,
  patientBlock,
  patientBlockHistory,
  patientHistory,
  patientProfile,
} from './modules/patient/index.ts';
import { openAsk } from './modules/open-ask/index.ts';
import { legalHold, roomPurge, roomPurgePart, roomRetention } from './modules/retention/index.ts';
import { room } from './modules/room/index.ts';
import { exportKey, roomExport, roomExportPiece } from './modules/take-along/index.ts';
import { supportReferral } from './modules/support-referral/index.ts';
import { roomActivity, weeklyCheck } from './modules/weekly-check/index.ts';

export const entities = [
  districtSetting,
  districtSettingChange,
  consentGrant,
  patient,
  patientProfile,
  patientHistory,
  patientBlock,
  patientBlockHistory,
  familyContact,
  room,
  roomMembership,
  placeEnding,
  roomApplication,
  proposedMember,
  membershipRemoval,
  closureCopy,
  applicationEntry,
  roomInspection,
  roomRetention,
  legalHold,
  roomPurge,
  roomPurgePart,
  supportReferral,
  weeklyCheck,
  roomActivity,
  openAsk,
  dormancyReview,
  dormancyEntry,
  roomExport,
  roomExportPiece,
  exportKey,
  roomImport,
  broughtEntry,
  broughtPost,
  dataKey,
  familyInvitation,
  joinTry,
];

export const ormConfig = (url: string): Options => ormOptions(url, entities, migrationsList);
