/** What every resolver is given: who asks, transactions under their rights, and loaders for this operation only. */
import type { CursorSeal } from '@heya/service-common/cursor';
import type { DataKeys } from '@heya/service-common/data-keys';
import type { Envelope } from '@heya/service-common/envelope';
import type { Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { requestContext, type RequestContext } from '@heya/service-common/request';
import { type DirectoryLoaders, directoryLoaders } from './modules/user/index.ts';
import type { CredentialService } from './modules/credential/index.ts';
import { type ApplicationLoader, applicationLoader, type PublicLimits } from './modules/id-application/index.ts';
import type { SessionService } from './modules/session/index.ts';

export interface ContextParts {
  orm: Orm;
  relay: Relay;
  sessions: SessionService;
  credentials: CredentialService;
  seal: CursorSeal;
  /** Seals signatures. */
  dataKeys: DataKeys;
  /** Hashes recovery codes. */
  recoveryPepper: Buffer;
  /** Hashes enrolment codes. */
  enrolmentPepper: Buffer;
  /** Makes and hashes the codes with which people without an ID look at their application. */
  inquiryPepper: Buffer;
  /** What people without an ID may try. */
  publicLimits: PublicLimits;
  /** Where people go, as letters say it. */
  portalUrl: string;
  now: () => Date;
}

export interface IdentityContext extends RequestContext, Omit<ContextParts, 'orm' | 'relay'> {
  loaders: DirectoryLoaders;
  applications: ApplicationLoader;
  /** A transaction of the service itself, for what people may cause but not touch. */
  asService: RequestContext['write'];
}

export function createContext(envelope: Envelope, { orm, relay, ...parts }: ContextParts): IdentityContext {
  const context = requestContext(envelope, { orm, relay });
  const service = requestContext({ ...envelope, viewer: { type: 'service', name: 'identity' } }, { orm, relay });
  const asService: RequestContext['write'] = (work) => service.write(work);
  const applications = applicationLoader({ ...context, ...parts, asService });
  return { ...context, ...parts, loaders: directoryLoaders(context), applications, asService };
}
