/** Settings of the consent service; the only reader of process.env here. */
import { parseEnvironment, secretKey, serviceEnvironment } from '@heya/service-common/environment';
import { z } from 'zod';

const schema = serviceEnvironment.extend({
  /** Seals signature images. */
  KEY_ENCRYPTION_KEY: secretKey,
  /** Where identity is asked for the names of those who explained, or looked. */
  IDENTITY_URL: z.url(),
  IDENTITY_ENVELOPE_KEY: secretKey,
});
export type Environment = z.output<typeof schema>;

export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): Environment => parseEnvironment(schema, source);
