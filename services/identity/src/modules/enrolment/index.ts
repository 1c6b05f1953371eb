export { Enrolment } from './enrolment.entity.ts';
export { EnrolmentResolver } from './enrolment.resolver.ts';
export { enrolmentRoutes } from './enrolment.routes.ts';
export { enter } from './entry.ts';
export { createEnrolment, createEnrolments, type EnrolmentCode, NotToBeEnrolled } from './issue.service.ts';
export { type GivenCode, openCodes } from './letter-code.service.ts';
export { EnrolmentSteps } from './step.service.ts';
export { EnrolmentVisits } from './visit.service.ts';
