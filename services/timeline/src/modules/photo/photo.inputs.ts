/** A photo as it is announced. */
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'これから送る写真 / A photo that is about to be brought.' })
export class UploadCreateInput {
  @Field(() => ID, { description: 'アップロードのID（端末で作るUUIDv7） / Client-made UUIDv7.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: '部屋 / The room.' })
  roomId!: string;

  @Field(() => String, {
    description:
      '形式。写真はimage/jpeg、image/png、image/webp、image/heic、書類はapplication/pdf / Format: image/jpeg, image/png, image/webp or image/heic, or application/pdf.',
  })
  contentType!: string;

  @Field(() => Int, { description: 'バイト数（写真は30MB、書類は20MBまで） / Bytes, at most 30 MB of a photo and 20 MB of a document.' })
  byteSize!: number;

  @Field(() => String, { description: 'SHA-256（16進64けた） / SHA-256 in 64 hex digits.' })
  sha256!: string;
}
