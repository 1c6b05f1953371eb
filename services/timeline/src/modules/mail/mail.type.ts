/** Telling by mail, as the API shows it. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { type MailOutcome, Viewer } from '../access/index.ts';
import { UserError } from '../post/index.ts';

@ObjectType({ description: 'メールでのお知らせ。自分のだけ / Telling by mail; one’s own only.' })
export class MailSettings {
  @Field(() => Boolean, { description: 'メールを送る用意がある / Whether a mail server is set up here.' })
  isSetUp!: boolean;

  @Field(() => String, { nullable: true, description: '確かめたアドレス / The address that was confirmed.' })
  address!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: '届かないと言われた時刻。それからは送らない / When it was refused for good; nothing is sent to it since.',
  })
  refusedAt!: Date | null;

  @Field(() => String, { nullable: true, description: '番号を待っているアドレス / The address whose code is waited for.' })
  pendingAddress!: string | null;
}

@ObjectType({ description: 'メールの設定の結果 / The outcome of a change of one’s address.' })
export class MailSettingsPayload {
  @Field(() => Viewer, { nullable: true, description: '自分 / Oneself.' })
  viewer!: Viewer | null;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}

export type MailTestResult = MailOutcome | 'TOO_SOON' | 'NOT_SET_UP';
const MailTestResultEnum: { [K in MailTestResult]: K } = {
  SENT: 'SENT',
  REFUSED: 'REFUSED',
  LATER: 'LATER',
  TOO_SOON: 'TOO_SOON',
  NOT_SET_UP: 'NOT_SET_UP',
};
registerEnumType(MailTestResultEnum, {
  name: 'MailTestResult',
  description: '試しのメールの結果 / What became of a trial mail.',
  valuesConfig: {
    SENT: { description: 'メールのサーバーが受け取った / The mail server has taken it.' },
    REFUSED: { description: 'このアドレスには届かない / There is no such mailbox.' },
    LATER: { description: 'メールのサーバーにつながらない / No server takes it now.' },
    TOO_SOON: { description: '送ったばかり / One was sent just now.' },
    NOT_SET_UP: { description: 'アドレスがない、または用意がない / No confirmed address, or nothing is set up.' },
  },
});

@ObjectType({ description: '試しのメールの結果 / The outcome of a trial mail.' })
export class MailTestPayload {
  @Field(() => MailTestResultEnum, { description: '結果 / What became of it.' })
  result!: MailTestResult;

  @Field(() => [UserError], { description: '直せる誤り / Problems the user can fix.' })
  userErrors!: InstanceType<typeof UserError>[];
}
