/** Files on their way into a room and out of it, for specs: by GraphQL and by the gateway's door. */
import { createHash } from 'node:crypto';
import { fileOf } from '@heya/testkit/client';
import { newId } from '@heya/testkit/viewers';
import type { Viewer } from '@heya/service-common/viewer';
import type { RoomOnBus, World } from './world.ts';

const announcing = `mutation ($input: UploadCreateInput!) { uploadCreate(input: $input) { upload { id putUrl expiresAt state } userErrors { code field message } } }`;

export class Uploads {
  readonly #world: World;
  readonly #room: RoomOnBus;

  constructor(world: World, room: RoomOnBus) {
    this.#world = world;
    this.#room = room;
  }

  file(viewer: Viewer, method: 'GET' | 'PUT', path: string, bytes?: Uint8Array) {
    const { timeline, environment } = this.#world;
    // The gateway takes the service's name out of the path.
    const asked = { method, path: path.replace('/files/timeline/', '/files/'), ...(bytes && { bytes }) };
    return fileOf(timeline.url, { name: 'timeline', key: environment.envelopeKey, viewer }, asked);
  }

  async announce(who: Viewer, bytes: Uint8Array, change: object = {}): Promise<any> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { roomId } = this.#room;
    const input = { idempotencyKey: newId(), roomId, contentType: 'image/jpeg', byteSize: bytes.length, sha256, ...change };
    return (await this.#world.client.get(who, announcing, { input })).uploadCreate;
  }

  /** @returns status and, of what was refused, its code */
  async put(who: Viewer, path: string, bytes: Uint8Array): Promise<[number, string | null]> {
    const answer = await this.file(who, 'PUT', path, bytes);
    const said = answer.bytes.length > 0 ? (JSON.parse(Buffer.from(answer.bytes).toString()) as { code?: string }) : {};
    return [answer.status, said.code ?? null];
  }

  /** @returns its id, once it is there */
  async bring(who: Viewer, bytes: Uint8Array, change: object = {}): Promise<string> {
    const { upload } = await this.announce(who, bytes, change);
    const [status] = await this.put(who, upload.putUrl, bytes);
    if (status !== 200) throw new Error(`It was not taken: ${status}`);
    return upload.id;
  }

  /** @param fields of each attachment */
  async send(who: Viewer, uploads: object[], fields: string, audience = 'EVERYONE'): Promise<any> {
    const create = `mutation ($input: PostCreateInput!) { postCreate(input: $input) { userErrors { code field message } post { id attachments { ${fields} } } } }`;
    const input = { idempotencyKey: newId(), roomId: this.#room.roomId, audience, uploads };
    return (await this.#world.client.get(who, create, { input })).postCreate;
  }
}
