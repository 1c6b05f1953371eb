/** A browser's push service and the browser behind it, on this machine: takes what is sent and opens it with the device's keys (RFC 8188, 8291). */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Shown {
  id: string;
  title: string;
  url: string;
}

export interface Device {
  endpoint: string;
  p256dh: string;
  auth: string;
}

export interface PushService {
  /** Of a device that is answered with this. */
  device(status?: number): Device;
  answer(device: Device, status: number): void;
  /** What a device was sent, opened; whatever the answer was. */
  sent(device: Device): Shown[];
  close(): Promise<void>;
}

interface Held {
  keys: ReturnType<typeof createECDH>;
  auth: Buffer;
  status: number;
  sent: Shown[];
}

/** @param publicKey with which every request must be signed */
export async function servePush(publicKey: string): Promise<PushService> {
  const held = new Map<string, Held>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const device = held.get(request.url ?? '');
      const isSigned = signedBy(publicKey, request.headers.authorization ?? '');
      if (!device || !isSigned) return void response.writeHead(403).end();
      device.sent.push(JSON.parse(open(Buffer.concat(chunks), device)) as Shown);
      response.writeHead(device.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const of = ({ endpoint }: Device): Held => held.get(endpoint.slice(base.length)) as Held;
  return {
    device(status = 201) {
      const keys = createECDH('prime256v1');
      const [path, auth] = [`/${randomBytes(8).toString('hex')}`, randomBytes(16)];
      held.set(path, { keys, auth, status, sent: [] });
      return { endpoint: `${base}${path}`, p256dh: keys.generateKeys('base64url'), auth: auth.toString('base64url') };
    },
    answer: (device, status) => void (of(device).status = status),
    sent: (device) => of(device).sent,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

function signedBy(publicKey: string, header: string): boolean {
  const [, token = '', key] = /^vapid t=([^,]+), ?k=(.+)$/.exec(header) ?? [];
  const [head, claims, signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url')) as [string, string];
  const signer = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
  const signed = Buffer.from(`${head}.${claims}`);
  return key === publicKey && verify('sha256', signed, { key: signer, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

function open(body: Buffer, { keys, auth }: Held): string {
  const [salt, idLength] = [body.subarray(0, 16), body.readUInt8(20)];
  const [sender, sealed] = [body.subarray(21, 21 + idLength), body.subarray(21 + idLength)];
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const secret = derive(keys.computeSecret(sender), auth, info, 32);
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // The last record ends in 2, padding follows.
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}
