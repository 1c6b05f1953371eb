/** Who may open a WebSocket at all, decided before the protocol is switched (security.md, threat 9). */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';

const reasons = { 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 429: 'Too Many Requests', 503: 'Service Unavailable' } as const;
export type UpgradeRefusal = keyof typeof reasons;

interface UpgradeRules {
  path: string;
  allowedOrigins: readonly string[];
  /** Draining, or unable to prove anything just now. */
  isClosed(): boolean;
}

/** @returns the HTTP status that refuses the upgrade, or undefined */
export function refuseUpgrade(
  { url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  rules: UpgradeRules,
): UpgradeRefusal | undefined {
  if (url.split('?', 1)[0] !== rules.path) return 404;
  if (rules.isClosed()) return 503;
  if (!isKnownOrigin(headers, rules.allowedOrigins)) return 403;
  return offersProtocol(headers['sec-websocket-protocol']) ? undefined : 400;
}

/** Programs send neither Origin nor Cookie. A cookie without an origin is a browser that hides where it comes from. */
function isKnownOrigin({ origin, cookie }: IncomingMessage['headers'], allowed: readonly string[]): boolean {
  return origin === undefined ? cookie === undefined : allowed.includes(origin);
}

/** The legacy protocol `graphql-ws` has no place for the token and is not spoken here. */
function offersProtocol(header: string | undefined): boolean {
  return (header ?? '').split(',').some((part) => part.trim() === GRAPHQL_TRANSPORT_WS_PROTOCOL);
}

/** Answers in HTTP and hangs up. */
export function writeRefusal(socket: Duplex, status: UpgradeRefusal): void {
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
