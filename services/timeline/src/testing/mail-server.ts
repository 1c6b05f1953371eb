/** A mail server on this machine (RFC 5321): keeps what it takes, and refuses, falters or goes down when told to. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  to: string;
  /** As it came. */
  raw: string;
  headers: ReadonlyMap<string, string>;
  subject: string;
  text: string;
}

export interface MailServer {
  url: string;
  mails: Mail[];
  to(address: string): Mail[];
  /** What an address is answered with from now on; 250: it is taken. */
  answer(address: string, status: number): void;
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

export async function serveMail(): Promise<MailServer> {
  const mails: Mail[] = [];
  const answers = new Map<string, number>();
  let server = open(mails, answers);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const close = (): Promise<void> => new Promise((done) => server.close(done));
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    to: (address) => mails.filter(({ to }) => to === address),
    answer: (address, status) => void answers.set(address, status),
    down: close,
    async up() {
      server = open(mails, answers);
      server.listen(port, '127.0.0.1');
      await once(server.server, 'listening');
    },
    close,
  };
}

const open = (mails: Mail[], answers: ReadonlyMap<string, number>): SMTPServer =>
  new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, callback) {
      const status = answers.get(address) ?? 250;
      callback(status === 250 ? null : Object.assign(new Error('not taken'), { responseCode: status }));
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(readMail(envelope.rcptTo[0]?.address ?? '', Buffer.concat(chunks).toString()));
        callback();
      });
    },
  });

function readMail(to: string, raw: string): Mail {
  const cut = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, cut)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const encoding = headers.get('content-transfer-encoding');
  const body = raw.slice(cut + 4);
  const text = encoding === 'base64' ? String(Buffer.from(body, 'base64')) : encoding === 'quoted-printable' ? unquoted(body) : body;
  return { to, raw, headers, subject: words(headers.get('subject') ?? ''), text };
}

const unquoted = (text: string): string =>
  String(
    Buffer.from(
      text.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ),
  );

/** Encoded words (RFC 2047). */
const words = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
      kind.toUpperCase() === 'B' ? String(Buffer.from(body, 'base64')) : unquoted(body.replaceAll('_', ' ')),
    );
