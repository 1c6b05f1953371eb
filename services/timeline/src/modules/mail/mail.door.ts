/** Hands mails to one SMTP server (RFC 5321) by nodemailer. */
import type { DataKeys } from '@heya/service-common/data-keys';
import { createTransport } from 'nodemailer';
import type { MailDoor, MailOutcome } from '../access/index.ts';

const timeoutMs = 10_000;

export interface MailSettings {
  SMTP_URL?: string | undefined;
  MAIL_FROM?: string | undefined;
  PORTAL_URL?: string | undefined;
}

/** @returns null where no server is set up */
export function openMail({ SMTP_URL, MAIL_FROM, PORTAL_URL }: MailSettings, keys: DataKeys): MailDoor | null {
  if (!SMTP_URL || !MAIL_FROM || !PORTAL_URL) return null;
  const portal = PORTAL_URL.replace(/\/+$/, '');
  const from = MAIL_FROM;
  const domain = from.replace(/^.*@|>.*$/g, '');
  const transport = createTransport(transportOf(new URL(SMTP_URL)));
  return {
    portal,
    keys,
    send: ({ id, to, subject, text }) =>
      transport
        .sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          // Sent twice, it is the same mail.
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${portal}/notifications/settings>` },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        .then(
          () => 'SENT' as const,
          (error: unknown) => outcomeOf(error as SmtpError),
        ),
  };
}

/** A server on this machine may speak plainly; any other only after TLS with a certificate that holds. */
export function transportOf({ protocol, hostname, port, username, password }: URL) {
  const host = hostname.replace(/^\[|\]$/g, '');
  const isHere = host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
  const secure = protocol === 'smtps:';
  return {
    host,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(isHere ? { ignoreTLS: true } : { requireTLS: true }),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  };
}

interface SmtpError {
  command?: string;
  responseCode?: number;
}

/** A mailbox that is full (552) has room again one day; what concerns the server or the mail itself is no word about the address. */
export function outcomeOf({ command, responseCode = 0 }: SmtpError): MailOutcome {
  return command === 'RCPT TO' && responseCode >= 500 && responseCode < 600 && responseCode !== 552 ? 'REFUSED' : 'LATER';
}
