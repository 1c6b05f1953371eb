/** What a piece of work says to PostgreSQL, as it goes over the wire. */
import { createRequire } from 'node:module';
import { planOf } from '@heya/service-common/planned';

export interface Statement {
  /** With its values in it. */
  text: string;
  /** As it was sent, when it was planned before. */
  call?: string;
  values: unknown[];
}

// The driver's own copy of pg: another copy would see nothing.
const require = createRequire(import.meta.url);
const driver = createRequire(require.resolve('@mikro-orm/postgresql'))('pg') as {
  Client: { prototype: { query: (...given: any[]) => unknown } };
};

/** What was asked, whatever for: how often each statement ran. */
export const shapes = (statements: readonly Statement[]): string[] =>
  statements.map(({ text }) => text.replaceAll(/'[^']*'|\b\d+\b/g, '?').replaceAll(/\s+/g, ' ')).sort();

/** Travels with the first statement of a transaction (services/common/src/fewer-trips.ts). */
const opening = /^begin; select set_config\(.*?\); /s;

const literals = /'(?:[^']|'')*'|[^\s,()]+/g;

function spelledOut(sent: string): Pick<Statement, 'text' | 'call'> {
  const plan = planOf(sent);
  if (!plan) return { text: sent };
  const given = sent.slice(sent.indexOf('(')).match(literals) ?? [];
  return { text: plan.sql.replaceAll(/\$(\d+)/g, (_, place: string) => given[Number(place) - 1] ?? ''), call: sent };
}

/** @param url only connections to this database as this role are listened to */
export function recordStatements(url: string): { during<T>(work: () => Promise<T>): Promise<Statement[]>; stop(): void } {
  const { pathname } = new URL(url);
  const { prototype } = driver.Client;
  const original = prototype.query;
  let heard: Statement[] | undefined;
  prototype.query = function query(this: { database?: string }, ...given: any[]) {
    const [config, values] = given as [string | Statement, unknown[] | undefined];
    const statement =
      typeof config === 'string'
        ? { ...spelledOut(config.replace(opening, '')), values: Array.isArray(values) ? values : [] }
        : { text: config.text, values: config.values ?? [] };
    // The relay and the consumer work at their own pace.
    if (
      `/${this.database}` === pathname &&
      !/outbox_event|consumer_offset|heya\.relay|shipped|post_to_tell|notification_preference/.test(statement.text)
    )
      heard?.push(statement);
    return original.apply(this, given);
  };
  return {
    async during(work) {
      const mine: Statement[] = [];
      heard = mine;
      await work();
      heard = undefined;
      return mine.filter(
        ({ text }) =>
          !/^(begin|commit|rollback|savepoint|release|start transaction|prepare)/i.test(text) &&
          !text.includes("'app.viewer_type', 'service'"),
      );
    },
    stop: () => void (prototype.query = original),
  };
}
