/**
 * What graphql-ws holds of a live operation: an iterator that yields nothing and only says when, and how, it ends.
 * The texts themselves go straight to the socket, because graphql-ws would serialise each one again for every client.
 */
import type { GraphQLError } from 'graphql';

type End = IteratorResult<never, undefined>;

export class EndSignal implements AsyncIterableIterator<never, undefined> {
  readonly #end = Promise.withResolvers<End>();
  #onStopped: () => void = () => undefined;

  constructor() {
    // Nobody may be waiting yet when it ends; the reader gets the rejection whenever it asks.
    this.#end.promise.catch(() => undefined);
  }

  /** @param stop called when the client, or its socket, goes */
  whenStopped(stop: () => void): void {
    this.#onStopped = stop;
  }

  /** @param error ends with an `error` message instead of `complete` */
  finish(error?: GraphQLError): void {
    if (error) this.#end.reject(error);
    else this.#end.resolve({ done: true, value: undefined });
  }

  next(): Promise<End> {
    return this.#end.promise;
  }

  return(): Promise<End> {
    this.#onStopped();
    this.finish();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
