/** The only reader of process.env in this service. */
import { parseEnvironment, secretKey, serviceEnvironment } from '@heya/service-common/environment';
import { z } from 'zod';

const schema = serviceEnvironment.extend({
  /** Wraps the data keys of rooms (infra/decisions/0016). */
  KEYRING_FILE: z.string().min(1),
  /** Where the cards for a disaster are asked for (R31). */
  ROOM_URL: z.url(),
  ROOM_ENVELOPE_KEY: secretKey,
});
export type TimelineEnvironment = z.output<typeof schema>;

/** @throws when a variable is missing or malformed, naming it */
export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): TimelineEnvironment => parseEnvironment(schema, source);
