/** What every resolver is given: who asks, transactions under their rights, and loaders for this operation only. */
import type { CursorSeal } from '@heya/service-common/cursor';
import type { DataKeys } from '@heya/service-common/data-keys';
import type { Envelope } from '@heya/service-common/envelope';
import type { Orm } from '@heya/service-common/orm';
import type { Relay } from '@heya/service-common/outbox';
import { requestContext, type RequestContext } from '@heya/service-common/request';
import { type DirectoryLoaders, directoryLoaders } from './modules/user/index.ts';
import type { CredentialService } from './modules/credential/index.ts';
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
  now: () => Date;
}

export interface IdentityContext extends RequestContext, Omit<ContextParts, 'orm' | 'relay'> {
  loaders: DirectoryLoaders;
  /** A transaction of the service itself, for what people may cause but not touch. */
  asService: RequestContext['write'];
}

export function createContext(envelope: Envelope, { orm, relay, ...parts }: ContextParts): IdentityContext {
  const context = requestContext(envelope, { orm, relay });
  const service = requestContext({ ...envelope, viewer: { type: 'service', name: 'identity' } }, { orm, relay });
  return { ...context, ...parts, loaders: directoryLoaders(context), asService: (work) => service.write(work) };
}
