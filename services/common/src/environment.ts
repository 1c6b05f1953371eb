/** Settings every service shares. Each service's own environment.ts extends this; nothing else reads process.env. */
import { z } from 'zod';

const key = z
  .string()
  .regex(/^[0-9a-f]{64}$/, '64 hex digits')
  .transform((hex) => Buffer.from(hex, 'hex'));

export const serviceEnvironment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int(),
  LOG_LEVEL: z.string().default('info'),
  /** Runtime role: no ownership, no BYPASSRLS. */
  DATABASE_URL: z.url(),
  /** Owner role: migrations only. */
  MIGRATION_DATABASE_URL: z.url(),
  BUS_DATABASE_URL: z.url(),
  /** This subgraph's own key for signed envelopes. */
  ENVELOPE_KEY: key,
  CURSOR_KEY: key,
  /** How old a projection may be before it answers "not allowed" (ms). */
  LEASE_MS: z.coerce.number().int().default(2000),
  /** Whether this process takes up what the clock begins (jobs.ts). */
  JOBS: z.enum(['on', 'off']).default('on'),
  /** How often it looks for work that is queued (s). */
  JOB_POLL_SECONDS: z.coerce.number().int().min(1).max(60).default(10),
});
export type ServiceEnvironment = z.infer<typeof serviceEnvironment>;

export const secretKey = key;

/** Parses once and fails loud, naming the variables but not their values. */
export function parseEnvironment<T extends z.ZodType>(schema: T, source: NodeJS.ProcessEnv): z.output<T> {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`Environment is incomplete: ${faults}`);
}
