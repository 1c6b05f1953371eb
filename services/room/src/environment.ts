/** Settings of the room service; the only reader of process.env here. */
import { parseEnvironment, secretKey, serviceEnvironment } from '@heya/service-common/environment';
import { z } from 'zod';

const schema = serviceEnvironment.extend({
  /** Where identity is asked for names and whether an ID is active. */
  IDENTITY_URL: z.url(),
  IDENTITY_ENVELOPE_KEY: secretKey,
});
export type Environment = z.output<typeof schema>;

export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): Environment => parseEnvironment(schema, source);
