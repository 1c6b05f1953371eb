/** Top-level errors (api.md 7) and the problems a user can mend (api.md 6). */
import { type ErrorCode, errorCodes, errorSentences } from '@heya/schema/error-codes';
import { GraphQLError } from 'graphql';

export type { ErrorCode };

/** @param sentence what went wrong in the user's words; never a value that was typed */
export function codedError(code: ErrorCode, sentence?: string): GraphQLError {
  return new GraphQLError(sentence ?? errorSentences[code], { extensions: { code } });
}

export function isCodedError(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && errorCodes.includes(error.extensions.code as ErrorCode);
}

/** PostgreSQL went away, is coming back, or has no connection left: classes 08, 57P, and the driver's own words. */
export function isConnectionLost(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string')
    return (
      error instanceof Error &&
      /Connection terminated|connection.*timeout|timeout exceeded when trying to connect|ECONNREFUSED/i.test(error.message)
    );
  return code.startsWith('08') || code.startsWith('57P') || code === 'ECONNREFUSED' || code === 'ECONNRESET' || code === '53300';
}

/** A problem the user can mend, before it is put into their language. */
export interface Problem<Code extends string = string> {
  code: Code;
  /** Path into the input, e.g. ['input', 'measurements', '0', 'value']. */
  field?: string[];
  /** Numbers and labels the message may show, e.g. limits. */
  values?: Record<string, string | number>;
}

export const problem = <Code extends string>(code: Code, field?: string[], values?: Problem['values']): Problem<Code> => ({
  code,
  ...(field && { field }),
  ...(values && { values }),
});

export type Locale = 'ja' | 'ja-plain' | 'en';

/** code → sentence, with {name} for values; plain Japanese falls back to Japanese. */
export type Sentences<Code extends string = string> = Record<Code, { ja: string; en: string; 'ja-plain'?: string }>;

export interface UserErrorShape<Code extends string = string> {
  code: Code;
  message: string;
  field: string[] | null;
}

/** Puts problems into the reader's language. */
export function toUserErrors<Code extends string>(
  problems: readonly Problem<Code>[],
  locale: Locale,
  sentences: Sentences<Code>,
): UserErrorShape<Code>[] {
  return problems.map(({ code, field, values = {} }) => {
    const sentence = sentences[code][locale] ?? sentences[code].ja;
    const message = sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    return { code, message, field: field ?? null };
  });
}
