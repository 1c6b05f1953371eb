import { DateScalar } from '@heya/service-common/graphql-types';
import { Field, ID, InputType } from 'type-graphql';
import { type FormCode, FormCodeEnum, SignatureInput } from '../form/index.ts';

@InputType('PledgeSignInput', { description: '画面での署名 / Signing on the screen.' })
export class PledgeSignInput {
  @Field(() => ID, { description: '端末で作るUUIDv7。誓約の識別子になる / Client-made UUIDv7, becomes the id.' })
  idempotencyKey!: string;

  @Field(() => FormCodeEnum, { description: '様式1-1か1-2 / Form 1-1 or 1-2.' })
  form!: FormCode;

  @Field(() => String, { description: '読んだ文面の版 / Version of the wording that was read.' })
  textVersion!: string;

  @Field(() => [String], { description: '約束した項目。すべて要る / Promises that are accepted: all are needed.' })
  acceptedClauses!: string[];

  @Field(() => String, { description: '署名する人の氏名。IDの氏名と同じ / Name of the signer, as on the ID.' })
  signerName!: string;

  @Field(() => ID, { nullable: true, description: '事業所（様式1-1のとき） / The facility, for form 1-1.' })
  facilityId?: string | null;

  @Field(() => SignatureInput, { nullable: true, description: '手書きの署名（様式1-1では必要） / Drawn signature; needed for form 1-1.' })
  signature?: SignatureInput | null;
}

@InputType('PledgeRegisterPaperInput', { description: '紙で受け取った誓約 / A pledge received on paper.' })
export class PledgeRegisterPaperInput {
  @Field(() => ID, { description: '端末で作るUUIDv7。誓約の識別子になる / Client-made UUIDv7, becomes the id.' })
  idempotencyKey!: string;

  @Field(() => FormCodeEnum, { description: '様式1-1か1-2 / Form 1-1 or 1-2.' })
  form!: FormCode;

  @Field(() => String, { description: '紙に書いてある版 / Version printed on the paper.' })
  textVersion!: string;

  @Field(() => String, { description: '紙に書いてある氏名 / Name on the paper.' })
  signerName!: string;

  @Field(() => DateScalar, { description: '紙に書いてある日 / Day on the paper.' })
  signedOn!: string;

  @Field(() => ID, { nullable: true, description: '事業所（様式1-1のとき） / The facility, for form 1-1.' })
  facilityId?: string | null;

  @Field(() => ID, { nullable: true, description: '署名した人のID（様式1-2では必要） / The ID of the signer; needed for form 1-2.' })
  signerUserId?: string | null;
}

@InputType('PledgeClauseInput', { description: '誓約の一項目 / One promise.' })
export class PledgeClauseInput {
  @Field(() => ID, { description: '項目の名。英小文字、数字、ハイフン / Name of the promise: a-z, 0-9 and hyphens.' })
  id!: string;

  @Field(() => String, { description: '日本語の文（600文字まで） / In Japanese, at most 600 characters.' })
  ja!: string;

  @Field(() => String, { description: '英語の文（1200文字まで） / In English, at most 1,200 characters.' })
  en!: string;
}

@InputType('PledgeTextPublishInput', { description: '新しい文面 / A new wording.' })
export class PledgeTextPublishInput {
  @Field(() => ID, { description: '端末で作るUUIDv7。文面の識別子になる / Client-made UUIDv7, becomes the id.' })
  idempotencyKey!: string;

  @Field(() => FormCodeEnum, { description: '様式1-1か1-2 / Form 1-1 or 1-2.' })
  form!: FormCode;

  @Field(() => String, { description: '版（40文字まで） / Version, at most 40 characters.' })
  version!: string;

  @Field(() => [PledgeClauseInput], { description: '項目（30まで） / Promises, at most 30.' })
  clauses!: PledgeClauseInput[];

  @Field(() => DateScalar, { description: '使い始める日。今日か先の日 / First day, today or later.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '署名しない人を止める日 / From when those who have not signed are stopped.' })
  blocksFrom?: string | null;
}
