/** UUIDv7: made by the client for creates, so that the id is also the key against doubles. */
import { v7, validate, version } from 'uuid';

export const newId = (): string => v7();

export function isId(value: string): boolean {
  return validate(value) && version(value) === 7;
}
