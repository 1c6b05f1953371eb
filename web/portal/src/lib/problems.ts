/** The server's userErrors, laid beside the fields they speak of. */
import type { ProblemFragment } from '@heya/client/generated/graphql';

export interface Problems {
  /** Path below `input` joined by dots → message. */
  fields: Record<string, string>;
  /** Messages that belong to no field of this page. */
  general: string[];
}

export const noProblems: Problems = { fields: {}, general: [] };

/** @param known fields that this page shows */
export function sortProblems(errors: readonly ProblemFragment[], known: readonly string[]): Problems {
  const problems: Problems = { fields: {}, general: [] };
  for (const { message, field } of errors) {
    const path = field?.filter((part) => part !== 'input').join('.') ?? '';
    const place = known.find((name) => path === name || path.startsWith(`${name}.`));
    if (place) problems.fields[place] ??= message;
    else problems.general.push(message);
  }
  return problems;
}

export function hasProblems({ fields, general }: Problems): boolean {
  return general.length > 0 || Object.keys(fields).length > 0;
}
