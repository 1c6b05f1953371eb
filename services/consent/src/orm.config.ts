/** Every table of this service, and where its database is. */
import type { Options } from '@mikro-orm/postgresql';
import { ormOptions } from '@heya/service-common/orm';
import { migrationsList } from '../migrations/list.ts';
import { accessLogEntry, accessLogHead } from './modules/access-log/index.ts';
import { consent, consentCategory, consentEvent, consentSignature } from './modules/consent/index.ts';
import { consentText } from './modules/consent-text/index.ts';
import { patientState, roomMember, roomState } from './modules/projection/index.ts';

export const entities = [
  patientState,
  roomState,
  roomMember,
  consentText,
  consent,
  consentCategory,
  consentEvent,
  consentSignature,
  accessLogEntry,
  accessLogHead,
];

export const ormConfig = (url: string): Options => ormOptions(url, entities, migrationsList);
