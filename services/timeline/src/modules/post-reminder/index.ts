export { postReminder } from './post-reminder.entity.ts';
export { PostReminderResolver } from './post-reminder.resolver.ts';
