/** The only reader of process.env in this service. */
import { parseEnvironment, serviceEnvironment, type ServiceEnvironment } from '@heya/service-common/environment';

export type TimelineEnvironment = ServiceEnvironment;

/** @throws when a variable is missing or malformed, naming it */
export const readEnvironment = (source: NodeJS.ProcessEnv = process.env): TimelineEnvironment =>
  parseEnvironment(serviceEnvironment, source);
