/** How the review of an unused room is said (R17). */
import type { DormancyChannel, DormancyDecision, DormancyParty, DormancyState, DormancyViewFragment } from '@heya/client/generated/graphql';
import { m } from '#paraglide/messages.js';

export const stateNames: Record<DormancyState, () => string> = {
  ASKING: m.dormancy_asking,
  CLOSURE_ASKED: m.dormancy_closure_asked,
  KEPT: m.dormancy_kept,
  USED: m.dormancy_used,
  CLOSED: m.dormancy_closed,
};

export const partyNames: Record<DormancyParty, () => string> = { APPLICANT: m.dormancy_applicant, PATIENT: m.dormancy_patient };

export const channelNames: Record<DormancyChannel, () => string> = {
  TELEPHONE: m.dormancy_telephone,
  VISIT: m.dormancy_visit,
  LETTER: m.dormancy_letter,
  FAX: m.dormancy_fax,
};

export const decisionNames: Record<DormancyDecision, () => string> = { KEEP: m.dormancy_keep, CLOSE: m.dormancy_close };

export const answerWords = (keep: boolean): string => (keep ? m.dormancy_answer_keep() : m.dormancy_answer_close());

type Step = DormancyViewFragment['steps'][number];

export function stepWords({ kind, party, channel, keep }: Step): string {
  const about = { party: party ? partyNames[party]() : '', channel: channel ? channelNames[channel]() : '' };
  const words: Record<Step['kind'], () => string> = {
    OPENED: m.dormancy_step_opened,
    ASKED: () => m.dormancy_step_asked(about),
    ANSWERED: () => m.dormancy_step_answered({ ...about, answer: answerWords(keep === true) }),
    LATE: m.dormancy_step_late,
    DECIDED: () => m.dormancy_step_decided({ decision: decisionNames[keep ? 'KEEP' : 'CLOSE']() }),
    USED: m.dormancy_step_used,
    CLOSED: m.dormancy_step_closed,
  };
  return words[kind]();
}
