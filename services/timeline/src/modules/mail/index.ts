export { openMail } from './mail.door.ts';
export { mailAddress, mailCode, mailDigest } from './mail.entity.ts';
export { mailJob, mailJobs } from './mail.job.ts';
export { MailResolver } from './mail.resolver.ts';
