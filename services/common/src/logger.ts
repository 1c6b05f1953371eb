/** Structured log lines with ids and codes only (R34): what is not on the list does not get out. */
import { pino, type Logger as Pino } from 'pino';

const allowed = [
  'service',
  'requestId',
  'operation',
  'code',
  'topic',
  'eventId',
  'position',
  'count',
  'ms',
  'port',
  'url',
  'signal',
  'reason',
  'userId',
  'sessionId',
  'clientId',
  'roomId',
  'patientId',
  'subjectId',
  'subgraph',
  'status',
  'error',
  'stack',
  'attempt',
] as const;
export type LogFields = Partial<Record<(typeof allowed)[number], string | number | boolean | undefined>>;

export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export function createLogger(service: string, level = 'info'): Logger {
  const sink = pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime });
  const write =
    (name: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) =>
      (sink as Pino)[name](pick(fields), message);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * Code, class and place of an unexpected error. Its message is left out: drivers and validators quote values there.
 * @returns fields for a log line
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .join(' ');
  return { error: error.name, code: typeof code === 'string' ? code : undefined, stack: frames };
}

function pick(fields: LogFields): LogFields {
  return Object.fromEntries(allowed.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]]));
}
