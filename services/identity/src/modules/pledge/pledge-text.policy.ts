/** What a wording may be before it is published. Pure. */
import { containsMyNumber } from '@heya/service-common/my-number';
import { type IdentityProblem, type ProblemCode, unseen } from '../problem/index.ts';
import { isPledgeForm, type PledgeClause } from './pledge-text.entity.ts';

const longest = { version: 40, ja: 600, en: 1200 };
const mostClauses = 30;

interface Wording {
  form: string;
  version: string;
  clauses: readonly PledgeClause[];
  validFrom: string;
  blocksFrom?: string | null;
}

export const tidyClauses = (clauses: readonly PledgeClause[]): PledgeClause[] =>
  clauses.map(({ id, ja, en }) => ({ id, ja: ja.normalize('NFC').trim(), en: en.normalize('NFC').trim() }));

/** @param today calendar day in Japan */
export function problemsOfText({ form, version, clauses, validFrom, blocksFrom }: Wording, today: string): IdentityProblem[] {
  const at = (...field: string[]): string[] => ['input', ...field];
  const problems = [
    ...(isPledgeForm(form) ? [] : [problem('INVALID', at('form'))]),
    ...textProblems(version, longest.version, at('version')),
    ...(clauses.length === 0 ? [problem('BLANK', at('clauses'))] : []),
    ...(clauses.length > mostClauses ? [problem('INVALID', at('clauses'))] : []),
    ...clauses.flatMap(({ ja, en }, index) => [
      ...textProblems(ja, longest.ja, at('clauses', String(index), 'ja')),
      ...textProblems(en, longest.en, at('clauses', String(index), 'en')),
    ]),
    ...clauses.flatMap(({ id }, index) => {
      const isTaken = clauses.findIndex((clause) => clause.id === id) < index;
      return isTaken || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(id) ? [problem('INVALID', at('clauses', String(index), 'id'))] : [];
    }),
    ...(validFrom < today ? [problem('INVALID', at('validFrom'))] : []),
    ...(blocksFrom && blocksFrom < validFrom ? [problem('INVALID', at('blocksFrom'))] : []),
  ];
  return problems.slice(0, mostClauses);
}

const problem = (code: ProblemCode, field: string[]): IdentityProblem => ({ code, field });

function textProblems(typed: string, max: number, field: string[]): IdentityProblem[] {
  const text = typed.normalize('NFC').trim();
  if (!text) return [problem('BLANK', field)];
  if ([...text].length > max) return [{ ...problem('TOO_LONG', field), values: { max } }];
  if (containsMyNumber(text)) return [problem('MY_NUMBER_NOT_ALLOWED', field)];
  return unseen.test(text) ? [problem('INVALID', field)] : [];
}
