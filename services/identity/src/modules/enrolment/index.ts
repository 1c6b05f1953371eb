export { Enrolment } from './enrolment.entity.ts';
export { createEnrolment, type EnrolmentCode, NotToBeEnrolled } from './issue.service.ts';
