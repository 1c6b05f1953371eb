/** What every use case of this service is given beside the viewer. */
import type { CursorSeal } from '@heya/service-common/cursor';
import type { RequestContext } from '@heya/service-common/request';
import type { IdentityDirectory } from './platform.identity.ts';

export interface ConsentContext extends RequestContext {
  /** Refuses when what is known of rooms and members may be older than the lease. @throws SERVICE_UNAVAILABLE */
  requireFresh(): Promise<void>;
  /** @returns whether the projections have come to this bus position within the lease */
  reached(position: number): Promise<boolean>;
  identity: IdentityDirectory;
  cursors: CursorSeal;
  /** Seals signature images; 32 bytes. */
  sealingKey: Buffer;
  now(): Date;
}
