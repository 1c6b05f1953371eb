/** What every use case of this service is given beside the viewer. */
import type { CursorSeal } from '@heya/service-common/cursor';
import type { DataKeys } from '@heya/service-common/data-keys';
import type { RequestContext } from '@heya/service-common/request';
import type { IdentityDirectory } from './platform.identity.ts';

/** A withdrawal as it is kept apart from the database; ids and a time only (R34). */
export interface KeptWithdrawal {
  consentId: string;
  patientId: string;
  at: string;
}

/** What no restored backup may bring back (threat 29). */
export interface Withdrawals {
  /** Returns once it is on disk; once for one consent. @throws SERVICE_UNAVAILABLE when it cannot be kept */
  keep(withdrawal: KeptWithdrawal): Promise<void>;
}

export interface ConsentContext extends RequestContext {
  /** Refuses when what is known of rooms and members may be older than the lease. @throws SERVICE_UNAVAILABLE */
  requireFresh(): Promise<void>;
  /** @returns whether the projections have come to this bus position within the lease */
  reached(position: number): Promise<boolean>;
  identity: IdentityDirectory;
  cursors: CursorSeal;
  /** Seal signatures with the patient's own key. */
  dataKeys: DataKeys;
  withdrawals: Withdrawals;
  now(): Date;
}
