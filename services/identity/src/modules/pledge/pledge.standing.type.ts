import 'reflect-metadata';
import { DateScalar, PageInfo } from '@heya/service-common/graphql-types';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import type { PledgeForm } from './pledge-text.entity.ts';
import { PledgeType } from './pledge.type.ts';

@Directive('@tag(name: "internal")')
@ObjectType('PledgeStanding', { description: '1人・1事業所の誓約の状態 / How one person or facility stands with a pledge.' })
export class PledgeStandingType {
  id!: string;
  form!: PledgeForm;

  @Field(() => PledgeType, {
    nullable: true,
    description: '最後に署名した誓約書。前の版のこともある / The newest pledge, perhaps of an earlier wording.',
  })
  pledge!: PledgeType | null;

  @Field(() => Boolean, { description: '今の版にまだ署名していない / Has not signed the wording in force.' })
  isOwed!: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'この日から止まる。nullは求めるだけ / From when it blocks; null: it is asked for, no more.',
  })
  blocksFrom!: string | null;

  @Field(() => Boolean, { description: 'もう止まっているか / Whether it blocks already.' })
  isBlocking!: boolean;
}

@Directive('@tag(name: "internal")')
@ObjectType('PledgeStandingConnection', { description: '誓約の状態の一覧 / A page of standings.' })
export class PledgeStandingConnection {
  @Field(() => [PledgeStandingType], { description: '人または事業所 / People or facilities.' })
  nodes!: PledgeStandingType[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { nullable: true, description: 'この一覧の全部の数 / How many in all in this list.' })
  totalCount!: number | null;

  @Field(() => Int, { description: '今の版に署名した数 / How many have signed the wording in force.' })
  signedCount!: number;

  @Field(() => Int, { description: 'まだ署名していない数 / How many have not.' })
  owedCount!: number;
}
