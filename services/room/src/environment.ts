/** Settings of the room service; the only reader of process.env here. */
import { parseEnvironment, secretKey, serviceEnvironment } from '@heya/service-common/environment';
import { z } from 'zod';

const schema = serviceEnvironment.extend({
  /** Where identity is asked for names and whether an ID is active. */
  IDENTITY_URL: z.url(),
  IDENTITY_ENVELOPE_KEY: secretKey,
  /** Where consents, looks and posts are asked for in the name of who takes a room along. */
  CONSENT_URL: z.url(),
  CONSENT_ENVELOPE_KEY: secretKey,
  TIMELINE_URL: z.url(),
  TIMELINE_ENVELOPE_KEY: secretKey,
  /** Wraps the data keys that seal what waits to be fetched; outside the database. */
  KEYRING_FILE: z.string().min(1),
  /** Rooms that are erased, apart from every database. */
  LEDGER_FILE: z.string().min(1),
});
export type Environment = z.output<typeof schema>;

export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): Environment => parseEnvironment(schema, source);
