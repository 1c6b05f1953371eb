/** RoomImport as the API shows it. */
import type { InformationCategory } from '@heya/schema/events';
import type { UserErrorShape } from '@heya/service-common/errors';
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InformationCategoryEnum } from '../family-invitation/index.ts';
import { type BroughtStanding, ProfileBlockEnum, ProfileSnapshotType } from '../patient/index.ts';
import { UserErrorType } from '../platform/index.ts';
import { ExportPurposeEnum } from '../take-along/index.ts';
import type { ImportState } from './bring-in.entity.ts';

const ImportStateEnum = { CHECKED: 'CHECKED', TAKEN: 'TAKEN', CANCELLED: 'CANCELLED', EXPIRED: 'EXPIRED' } as const satisfies {
  [K in ImportState]: K;
};
registerEnumType(ImportStateEnum, {
  name: 'RoomImportState',
  description: '持ち込みの状態 / Where a package stands.',
  valuesConfig: {
    CHECKED: { description: '確かめた。取り込むものを選ぶ / Verified; what comes in is to be chosen.' },
    TAKEN: { description: '取り込んだ / Taken in.' },
    CANCELLED: { description: '取り込まずに消した / Left, and dropped.' },
    EXPIRED: { description: '期限が過ぎて消した / Dropped after its time.' },
  },
});

const BroughtStandingEnum = { NEW: 'NEW', ALIKE: 'ALIKE', REPLACES: 'REPLACES', KNOWN: 'KNOWN', INVALID: 'INVALID' } as const satisfies {
  [K in BroughtStanding]: K;
};
registerEnumType(BroughtStandingEnum, {
  name: 'BroughtStanding',
  description: '今ある内容との関係 / How an entry stands to what is there.',
  valuesConfig: {
    NEW: { description: '新しい / New.' },
    ALIKE: { description: '似たものがある。選べば並べて加える / Something alike is there; taken in, it stands beside.' },
    REPLACES: { description: '選べば今の内容と入れ替わる / Taken in, it takes the place of what is there.' },
    KNOWN: { description: 'すでにある。二重には入らない / There already; never comes in twice.' },
    INVALID: { description: '登録できない形 / Not in a form that can be kept.' },
  },
});

@Directive('@tag(name: "internal")')
@ObjectType('RoomImportEntry', { description: '持ち込まれる項目 / An entry that would come in.' })
export class RoomImportEntryType {
  @Field(() => ID, { description: '選ぶための識別子 / By which it is chosen.' })
  id!: string;

  @Field(() => ProfileBlockEnum, { description: 'まとまり / Block.' })
  block!: keyof typeof ProfileBlockEnum;

  @Field(() => Int, { description: 'contentの中の場所(0から)。病院は0が紹介元、1が再入院先 / Its place in content, from 0.' })
  place!: number;

  @Field(() => BroughtStandingEnum, { description: '今ある内容との関係 / How it stands to what is there.' })
  standing!: BroughtStanding;

  @Field(() => Int, { nullable: true, description: 'presentの中の、似たものの場所 / Place in present of what it is like.' })
  presentPlace!: number | null;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomImportCount', { description: '区分ごとの件数 / How much of a data class.' })
export class RoomImportCountType {
  @Field(() => InformationCategoryEnum, { description: '区分 / Data class.' })
  category!: InformationCategory;

  @Field(() => Int, { description: '件数 / How much.' })
  count!: number;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomImportPosts', { description: '持ち込まれる投稿 / Posts that would come in.' })
export class RoomImportPostsType {
  @Field(() => Int, { description: '件数 / How many.' })
  count!: number;

  @Field(() => Int, { description: 'すでにある件数 / How many are there already.' })
  known!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '最も古いもの / The oldest.' })
  from!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: '最も新しいもの / The newest.' })
  until!: Date | null;

  @Field(() => Boolean, { description: '同意が日々の様子を含むか / Whether the consent covers daily conditions.' })
  isOpen!: boolean;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomImportPreview', {
  description: '取り込むとどうなるか。今の同意で見てよいものだけ / What would come in, as far as the consent is open now.',
})
export class RoomImportPreviewType {
  @Field(() => [RoomImportEntryType], { description: '項目 / Entries.' })
  entries!: RoomImportEntryType[];

  @Field(() => ProfileSnapshotType, { description: 'パッケージの内容 / What the package holds.' })
  content!: ProfileSnapshotType;

  @Field(() => ProfileSnapshotType, { description: '同じまとまりの今の内容 / What stands in the same blocks now.' })
  present!: ProfileSnapshotType;

  @Field(() => [RoomImportCountType], { description: '同意にないため取り込まないもの / What no consent covers.' })
  closed!: RoomImportCountType[];

  @Field(() => RoomImportPostsType, { description: '投稿 / Posts.' })
  posts!: RoomImportPostsType;
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomImport', {
  description:
    '別の部屋から持ち込まれたパッケージ。取り込む前は持ち込んだ本人だけに見える / A package from another room; seen by who brought it until it is taken in.',
})
export class RoomImportType {
  @Field(() => ID, { description: '識別子 / Identifier.' })
  id!: string;

  @Field(() => ImportStateEnum, { description: '状態 / Where it stands.' })
  state!: ImportState;

  @Field(() => ID, { description: 'パッケージ / The package.' })
  packageId!: string;

  @Field(() => String, { description: '元の部屋番号 / Number of the room it comes from.' })
  roomNumber!: string;

  @Field(() => String, { nullable: true, description: '元の地区。パッケージに書かれたもの / District, as the package says.' })
  districtName!: string | null;

  @Field(() => DateTimeScalar, { description: '作られた時 / When it was made.' })
  madeAt!: Date;

  @Field(() => String, { description: '持ち出した人 / Who took it along.' })
  madeByName!: string;

  @Field(() => String, { nullable: true, description: '持ち出した人の所属 / Their facility.' })
  madeByFacilityName!: string | null;

  @Field(() => ExportPurposeEnum, { nullable: true, description: '持ち出しの目的 / What it was taken along for.' })
  purpose!: keyof typeof ExportPurposeEnum | null;

  @Field(() => String, { description: '署名の鍵の指紋(RFC 7638) / Thumbprint of the signing key.' })
  signingKey!: string;

  @Field(() => Boolean, {
    description:
      'このHeyaが持つ、その地区の鍵か。違えば指紋を見比べる / Whether the key is kept here; if not, the thumbprint has to be compared.',
  })
  isKnownKey!: boolean;

  @Field(() => String, { description: '持ち込んだ人 / Who brought it.' })
  broughtByName!: string;

  @Field(() => DateTimeScalar, { description: '持ち込んだ時 / When it was brought.' })
  broughtAt!: Date;

  @Field(() => DateTimeScalar, { description: '取り込まなければ、この時に消える / Dropped at this time unless taken in.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: '取り込んだ、またはやめた時 / When it ended.' })
  endedAt!: Date | null;

  @Field(() => [RoomImportCountType], { description: '取り込んだ件数 / How much came in.' })
  taken!: RoomImportCountType[];
}

@Directive('@tag(name: "internal")')
@ObjectType('RoomImportPayload', { description: '持ち込みの操作の結果 / Result of taking in or leaving a package.' })
export class RoomImportPayload {
  @Field(() => RoomImportType, { nullable: true, description: '持ち込み / The package.' })
  roomImport!: RoomImportType | null;

  @Field(() => [UserErrorType], { description: '直せる誤り / Problems to mend.' })
  userErrors!: UserErrorShape[];
}
