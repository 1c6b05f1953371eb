/** What an officer asks the record of the district (R32), as it stands in the page's address. */
import type { AccessAction, AccessLogFilter } from '@heya/client/generated/graphql';

export interface RecordQuestion {
  /** Days of Japan, both inclusive. */
  from: string;
  to: string;
  patient: string;
  actor: string;
  action: AccessAction | '';
}

export const recordActions = ['VIEW', 'CREATE', 'UPDATE', 'RETRACT', 'EXPORT', 'SEARCH', 'DENIED'] as const satisfies AccessAction[];

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const plusDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Of everybody the record is searched a month at a time (R32). */
const longestDays = 31;

/** Without a question: the week up to today. */
export function readQuestion(query: URLSearchParams, today: string): RecordQuestion {
  const question = readAddress(query, today);
  const earliest = plusDays(question.to, 1 - longestDays);
  return question.patient || question.actor || question.from >= earliest ? question : { ...question, from: earliest };
}

function readAddress(query: URLSearchParams, today: string): RecordQuestion {
  const day = (name: string, otherwise: string): string => {
    const given = query.get(name) ?? '';
    return isDay(given) ? given : otherwise;
  };
  return {
    from: day('from', plusDays(today, -6)),
    to: day('to', today),
    patient: query.get('patient') ?? '',
    actor: query.get('actor') ?? '',
    action: recordActions.find((action) => action === query.get('action')) ?? '',
  };
}

export function toFilter({ from, to, patient, actor, action }: RecordQuestion): AccessLogFilter {
  return {
    patientId: patient || null,
    actorId: actor || null,
    actions: action ? [action] : null,
    from: new Date(`${from}T00:00:00+09:00`).toISOString(),
    to: new Date(`${plusDays(to, 1)}T00:00:00+09:00`).toISOString(),
  };
}
