/** A new UUIDv7: ids of what a client creates are made by the client. */
export function uuidv7(): string;
