/** What every use case of this service is given beside the viewer. */
import type { CursorSeal } from '@heya/service-common/cursor';
import type { DataKeys } from '@heya/service-common/data-keys';
import type { RequestContext } from '@heya/service-common/request';
import type { IdentityDirectory } from './platform.identity.ts';

export interface RoomContext extends RequestContext {
  /** @returns whether the projections have come to this bus position within the lease */
  reached(position: number): Promise<boolean>;
  identity: IdentityDirectory;
  cursors: CursorSeal;
  /** Seal what waits to be fetched with the key of its room. */
  dataKeys: DataKeys;
  /** Begins a job of this service without waiting for its time; where that cannot be, its time comes. */
  soon(job: string): Promise<void>;
  now(): Date;
}
