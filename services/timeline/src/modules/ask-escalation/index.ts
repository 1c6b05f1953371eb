export { postAskEscalation } from './ask-escalation.entity.ts';
export { askEscalationJobs } from './ask-escalation.job.ts';
