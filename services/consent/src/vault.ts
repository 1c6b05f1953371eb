/** What is kept apart from the database, and what is put right by it before anything is answered (threats 24, 29). */
import { DataKeys } from '@heya/service-common/data-keys';
import { type KeyProvider, openKeyring } from '@heya/service-common/keyring';
import { Ledger } from '@heya/service-common/ledger';
import type { Logger } from '@heya/service-common/logger';
import { type Em, inViewer, type Orm } from '@heya/service-common/orm';
import { bucketOf, type Environment } from './environment.ts';
import { AuditHeads, openHeadBucket, openHeadFolder } from './modules/access-log/index.ts';
import {
  applyLedger,
  completeLedger,
  type KeepDestruction,
  ledgerDestructions,
  ledgerWithdrawals,
  resealSignatures,
} from './modules/consent/index.ts';
import type { Withdrawals } from './modules/platform/index.ts';

export interface Vault {
  dataKeys: DataKeys;
  withdrawals: Withdrawals;
  keepDestruction: KeepDestruction;
  heads: AuditHeads;
  /** Whether a consent had to be withdrawn again: the rest of Heya must hear of it. */
  hasWithdrawnAgain: boolean;
  close(): Promise<void>;
}

const rewrapAtOnce = 500;

/** @throws LedgerError, KeyringError: without them nothing is answered */
export async function openVault(environment: Environment, orm: Orm, logger: Logger): Promise<Vault> {
  const keyring = await openKeyring(environment.KEYRING_FILE);
  const dataKeys = new DataKeys(keyring);
  const onTorn = (): void => logger.warn('the ledger ended in half a line, which was never acknowledged; it lies beside it');
  const ledger = await Ledger.open(environment.LEDGER_FILE, { onTorn });
  const inService = <T>(work: (tx: Em) => Promise<T>): Promise<T> => inViewer(orm.em, { type: 'service', name: 'consent' }, work);
  try {
    const again = await inService((tx) => applyLedger(tx, ledger.entries, dataKeys));
    if (again.length > 0)
      logger.error('consents were in force although they had been withdrawn; they are withdrawn again', { count: again.length });
    await inService((tx) => completeLedger(tx, ledger));
    // After a rotation everything is wrapped under the new key, so that the old one can be retired.
    while ((await inService((tx) => dataKeys.rewrap(tx, rewrapAtOnce))) === rewrapAtOnce);
    while (await inService((tx) => resealSignatures(tx, dataKeys, environment.KEY_ENCRYPTION_KEY)));
    const heads = await openHeads(environment, { orm, keyring, logger });
    return {
      dataKeys,
      withdrawals: ledgerWithdrawals(ledger, logger),
      keepDestruction: ledgerDestructions(ledger),
      heads,
      hasWithdrawnAgain: again.length > 0,
      close: () => ledger.close(),
    };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

async function openHeads(environment: Environment, parts: { orm: Orm; keyring: KeyProvider; logger: Logger }): Promise<AuditHeads> {
  const { AUDIT_HEAD_DIR: folder, AUDIT_HEAD_EVERY_MS: everyMs } = environment;
  const bucket = bucketOf(environment);
  const stores = [await openHeadFolder(folder), ...(bucket ? [await openHeadBucket(bucket)] : [])];
  return new AuditHeads({ ...parts, stores, everyMs });
}
