/** Asking the owner of a stream whether a person may listen, under that person's own authority. */
import { randomUUID } from 'node:crypto';
import { codedError, isCodedError } from '@heya/service-common/errors';
import type { PersonViewer } from '@heya/service-common/viewer';
import type { SubgraphSource } from '../forward.ts';
import { limits } from '../limits.ts';
import type { GrantQuestion, StreamGrant } from './streams.ts';

type Asker = Pick<SubgraphSource, 'ask'>;
const types = { subject: 'ID!', notBefore: 'Int' } as const;
const roomSubgraph = 'room';
const rememberedRooms = 20_000;

export class Admission {
  readonly #subgraphs: ReadonlyMap<string, Asker>;
  readonly #patients = new Map<string, Promise<string | undefined>>();

  constructor(subgraphs: ReadonlyMap<string, Asker>) {
    this.#subgraphs = subgraphs;
  }

  /**
   * @param notBefore bus position the owner must have reached before it answers
   * @returns null when the person may not, or there is no such thing
   * @throws SERVICE_UNAVAILABLE
   */
  async ask(question: GrantQuestion, subject: string, notBefore: number, viewer: PersonViewer): Promise<StreamGrant | null> {
    const answer = await this.#query(question.subgraph, grantQuery(question), { subject, notBefore }, viewer);
    return (answer[question.field] as StreamGrant | null | undefined) ?? null;
  }

  /** Whose room it is, so that a change of consent finds the streams of the room. @returns undefined when it cannot be told */
  patientOf(roomId: string, viewer: PersonViewer): Promise<string | undefined> {
    const known = this.#patients.get(roomId);
    if (known) return known;
    if (this.#patients.size >= rememberedRooms) this.#patients.delete(this.#patients.keys().next().value ?? '');
    const found = this.#askPatient(roomId, viewer);
    this.#patients.set(roomId, found);
    return found;
  }

  async #askPatient(roomId: string, viewer: PersonViewer): Promise<string | undefined> {
    const variables = { representations: [{ __typename: 'Room', id: roomId }] };
    const answer = await this.#query(roomSubgraph, patientQuery, variables, viewer).catch(() => undefined);
    const [room] = (answer?._entities ?? []) as ({ patient?: { id?: string } | null } | null)[];
    const patientId = room?.patient?.id;
    if (!patientId) this.#patients.delete(roomId);
    return patientId;
  }

  async #query(
    subgraph: string,
    query: string,
    variables: Record<string, unknown>,
    viewer: PersonViewer,
  ): Promise<Record<string, unknown>> {
    const source = this.#subgraphs.get(subgraph);
    if (!source) throw codedError('SERVICE_UNAVAILABLE');
    const context = { viewer, requestId: randomUUID(), locale: 'ja' as const, signal: AbortSignal.timeout(limits.operationMs) };
    const { data, errors } = await source.ask({ query, variables }, context);
    const fault = errors?.[0];
    if (fault) throw isRefusal(fault.extensions?.code) ? new Refused() : codedError('SERVICE_UNAVAILABLE');
    return (data ?? {}) as Record<string, unknown>;
  }
}

/** The owner answered with an error that means no. */
class Refused extends Error {}

/** @returns whether asking again later may help */
export function isTransient(error: unknown): boolean {
  return !(error instanceof Refused) && (!isCodedError(error) || error.extensions.code === 'SERVICE_UNAVAILABLE');
}

const isRefusal = (code: unknown) =>
  code === 'FORBIDDEN' || code === 'BAD_USER_INPUT' || code === 'UNAUTHENTICATED' || code === 'CONSENT_REQUIRED';

const patientQuery =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Room { patient { id } } } }';

function grantQuery({ field, arguments: args, namesPatients }: GrantQuestion): string {
  const used = [...new Set(Object.values(args))];
  const declared = used.length > 0 ? ` (${used.map((name) => `$${name}: ${types[name]}`).join(', ')})` : '';
  const given =
    used.length > 0
      ? `(${Object.entries(args)
          .map(([name, variable]) => `${name}: $${variable}`)
          .join(', ')})`
      : '';
  return `query StreamGrant${declared} { ${field}${given} { audience epoch validUntil${namesPatients ? ' patientIds' : ''} } }`;
}
