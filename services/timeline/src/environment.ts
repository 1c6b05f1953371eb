/** The only reader of process.env in this service. */
import { parseEnvironment, secretKey, serviceEnvironment } from '@heya/service-common/environment';
import { clamdUrl } from '@heya/service-common/clamd';
import { objectStoreEnvironment } from '@heya/service-common/object-store';
import { z } from 'zod';

const schema = serviceEnvironment.extend({
  /** Wraps the data keys of rooms (infra/decisions/0016). */
  KEYRING_FILE: z.string().min(1),
  ...objectStoreEnvironment,
  /** Optional: who looks through files for viruses. */
  CLAMD_URL: clamdUrl,
  /** Where the cards for a disaster are asked for (R31). */
  ROOM_URL: z.url(),
  ROOM_ENVELOPE_KEY: secretKey,
  /** Both or neither: with these the service shows itself to browsers' push services (RFC 8292), base64url. */
  PUSH_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/)
    .optional(),
  PUSH_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
  /** Whom a push service writes to when something goes wrong: mailto: or https:. */
  PUSH_CONTACT: z
    .string()
    .regex(/^(mailto:|https:)/)
    .default('mailto:postmaster@example.org'),
  /** All three or none: the server that takes mails (smtp: or smtps:), who they come from, and where their links lead. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/)
    .optional(),
  PORTAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Only for trials: plain http and addresses of the inner network. */
  PUSH_TO_INNER: z.enum(['true', 'false']).default('false'),
});
/** A server without a sender would swallow every mail in silence. */
const checked = schema.refine(({ SMTP_URL, MAIL_FROM, PORTAL_URL }) => !SMTP_URL || (MAIL_FROM && PORTAL_URL), {
  path: ['SMTP_URL'],
  message: 'needs MAIL_FROM and PORTAL_URL',
});
export type TimelineEnvironment = z.output<typeof schema>;

/** @throws when a variable is missing or malformed, naming it */
export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): TimelineEnvironment => parseEnvironment(checked, source);
