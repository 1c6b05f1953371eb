/** Addresses are sealed with a key of their person's own, and open nowhere but in their place. */
import type { DataKeys, Place, Scope } from '@heya/service-common/data-keys';
import type { Em } from '@heya/service-common/orm';

/** Of no district: who moves keeps their address. */
const scopeOf = (userId: string): Scope => ({ id: userId, districtId: '00000000-0000-0000-0000-000000000000' });
export const ofAddress = (userId: string): Place => ({ rowId: userId, column: 'mail_address.sealed' });
export const ofCode = (id: string): Place => ({ rowId: id, column: 'mail_code.sealed' });

export class AddressSeal {
  readonly #keys: DataKeys;
  readonly #tx: Em;
  readonly #userId: string;

  constructor(keys: DataKeys, tx: Em, userId: string) {
    this.#keys = keys;
    this.#tx = tx;
    this.#userId = userId;
  }

  seal(address: string, place: Place): Promise<Buffer> {
    return this.#keys.seal(this.#tx, scopeOf(this.#userId), place, Buffer.from(address));
  }

  async open(sealed: Buffer, place: Place): Promise<string> {
    return String(await this.#keys.open(this.#tx, scopeOf(this.#userId), place, sealed));
  }
}
