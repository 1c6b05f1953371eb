export { RosterConfirmation, RosterReminder } from './roster.entity.ts';
export { resolveRosterReminder } from './roster.access.ts';
export { remindOverdue } from './roster.reminder.service.ts';
export { FacilityRosterResolver, RosterConfirmationResolver, RosterEntryResolver } from './roster.resolver.ts';
export { RosterReminderType } from './roster.type.ts';
