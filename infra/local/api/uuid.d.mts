/** A new UUIDv7: ids of what a client creates are made by the client. @param now milliseconds since 1970 */
export function uuidv7(now?: number): string;
