/** Every table of this service, and where its database is. */
import type { Options } from '@mikro-orm/postgresql';
import { dataKey, erasedRoom, ormOptions } from '@heya/service-common/orm';
import { migrationsList } from '../migrations/list.ts';
import { accessLogEntry, accessLogHead } from './modules/access-log/index.ts';
import {
  consent,
  consentCategory,
  consentEvent,
  consentPaper,
  consentPaperPage,
  consentSignature,
  consentWarning,
} from './modules/consent/index.ts';
import { consentText } from './modules/consent-text/index.ts';
import { patientState, roomInspection, roomMember, roomState } from './modules/projection/index.ts';

export const entities = [
  patientState,
  roomState,
  roomMember,
  roomInspection,
  consentText,
  consent,
  consentCategory,
  consentEvent,
  consentPaper,
  consentPaperPage,
  consentSignature,
  consentWarning,
  accessLogEntry,
  accessLogHead,
  dataKey,
  erasedRoom,
];

export const ormConfig = (url: string): Options => ormOptions(url, entities, migrationsList);
