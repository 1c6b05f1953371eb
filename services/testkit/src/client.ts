/** Speaks GraphQL to a running subgraph the way the gateway does: signed envelopes, nothing else. */
import { randomUUID } from 'node:crypto';
import { digestHeader, digestOf, type Envelope, signEnvelope } from '@heya/service-common/envelope';
import type { Viewer } from '@heya/service-common/viewer';

export interface GraphResult<T = Record<string, any>> {
  status: number;
  data?: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; [key: string]: unknown } }[];
}

/** Where a subgraph listens: a base URL, or a Fastify instance that need not listen at all. */
export type Target = string | { inject: (request: InjectRequest) => Promise<{ statusCode: number; body: string }> };
interface InjectRequest {
  method: 'POST';
  url: string;
  headers: Record<string, string>;
  payload: string;
}

interface Asking {
  locale?: Envelope['locale'];
  /** Tampers with what is sent, for refusal tests. */
  alter?: (request: { headers: Record<string, string>; body: string }) => { headers: Record<string, string>; body: string };
}

export interface SubgraphClient {
  /** Sends one operation as this viewer. Errors come back as values. */
  ask<T = Record<string, any>>(viewer: Viewer, query: string, variables?: object, asking?: Asking): Promise<GraphResult<T>>;
  /** As ask(), and throws when there are errors. @returns the data */
  get<T = Record<string, any>>(viewer: Viewer, query: string, variables?: object): Promise<T>;
  /** Resolves references as the gateway's plans do. */
  entities<T = Record<string, any>>(viewer: Viewer, typename: string, selection: string, ids: string[]): Promise<(T | null)[]>;
}

export interface FileAnswer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
}

/** Brings and fetches files the way the gateway does. @param address where the subgraph listens */
export async function fileOf(
  address: string,
  { name, key, viewer }: { name: string; key: Buffer; viewer: Viewer },
  {
    method,
    path,
    bytes = new Uint8Array(),
    signed = bytes,
  }: { method: 'GET' | 'PUT'; path: string; bytes?: Uint8Array; signed?: Uint8Array },
): Promise<FileAnswer> {
  const digest = digestOf(signed);
  const headers = signEnvelope(key, name, { method, path, digest }, { viewer, locale: 'ja', requestId: randomUUID() });
  const answer = await fetch(new URL(path, address), {
    method,
    headers: { ...headers, [digestHeader]: digest, ...(method === 'PUT' && { 'content-type': 'application/octet-stream' }) },
    ...(method === 'PUT' && { body: Buffer.from(bytes) }),
  });
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** @param target `http://127.0.0.1:4003` or the Fastify instance @param name the subgraph's name @param key its envelope key */
export function subgraphClient(target: Target, name: string, key: Buffer): SubgraphClient {
  const ask: SubgraphClient['ask'] = async (viewer, query, variables = {}, { locale = 'ja', alter } = {}) => {
    const body = JSON.stringify({ query, variables });
    const claims = { viewer, locale, requestId: randomUUID() };
    const headers = { 'content-type': 'application/json', ...signEnvelope(key, name, { method: 'POST', path: '/graphql', body }, claims) };
    return post(target, alter ? alter({ headers, body }) : { headers, body });
  };
  const get: SubgraphClient['get'] = async <T>(viewer: Viewer, query: string, variables?: object) => {
    const { data, errors, status } = await ask<T>(viewer, query, variables);
    if (errors || !data) throw new Error(`${status} ${JSON.stringify(errors ?? 'no data')}`);
    return data;
  };
  const entities: SubgraphClient['entities'] = async <T>(viewer: Viewer, typename: string, selection: string, ids: string[]) => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typename} ${selection} } }`;
    const data = await get<{ _entities: (T | null)[] }>(viewer, query, { r: ids.map((id) => ({ __typename: typename, id })) });
    return data._entities;
  };
  return { ask, get, entities };
}

async function post<T>(target: Target, { headers, body }: { headers: Record<string, string>; body: string }): Promise<GraphResult<T>> {
  if (typeof target !== 'string') {
    const answer = await target.inject({ method: 'POST', url: '/graphql', headers, payload: body });
    return { status: answer.statusCode, ...parse(answer.body) };
  }
  const answer = await fetch(new URL('/graphql', target), { method: 'POST', headers, body });
  return { status: answer.status, ...parse(await answer.text()) };
}

function parse(text: string): object {
  try {
    return JSON.parse(text) as object;
  } catch {
    return { errors: [{ message: text }] };
  }
}
