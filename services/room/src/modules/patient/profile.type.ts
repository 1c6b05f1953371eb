/** The blocks of a profile and their states, as the API shows them. */
import { DateTimeScalar } from '@heya/service-common/graphql-types';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UserType } from '../foreign/index.ts';
import { profileBlocks, type ProfileBlock } from './profile.block.ts';

export const ProfileBlockEnum = Object.fromEntries(profileBlocks.map((block) => [block, block])) as { [K in ProfileBlock]: K };
registerEnumType(ProfileBlockEnum, {
  name: 'ProfileBlock',
  description: '基本情報のまとまり。別々に見え、別々に変わる / Blocks of the profile; each seen and changed apart.',
  valuesConfig: {
    BASICS: { description: '氏名・住所など / Name, address and the like.' },
    FAMILY_CONTACTS: { description: '家族・緊急連絡先 / Contacts of the family.' },
    MEDICAL_INSURANCE: { description: '医療保険・公費 / Medical insurance and public expense.' },
    LONG_TERM_CARE_INSURANCE: { description: '介護保険 / Long-term care insurance.' },
    MEDICAL_HISTORY: { description: '病名・既往歴 / Diagnoses and history.' },
    ALLERGIES: { description: 'アレルギー / Allergies.' },
    MEDICATIONS: { description: '薬 / Medicines.' },
    TEST_RESULTS: { description: '検査 / Test results.' },
    CARE_SERVICES: { description: '受けているサービス / Services of care.' },
    HOSPITALS: { description: '紹介元・再入院を希望する病院 / Referring hospital, and the one wished for.' },
    DISASTER: { description: '災害のとき / In a disaster.' },
  },
});

@Directive('@tag(name: "internal")')
@ObjectType('BroughtIdentifier', {
  description: '持ち込み元での識別子(FHIRのIdentifier) / A FHIR Identifier that it had where it came from.',
})
export class BroughtIdentifierType {
  @Field(() => String, { description: '体系 / System.' })
  system!: string;

  @Field(() => String, { description: '値 / Value.' })
  value!: string;
}

@Directive('@tag(name: "internal")')
@ObjectType('BroughtAlong', { description: 'ほかの部屋から持ち込まれた項目の出どころ / Where an entry was brought from.' })
export class BroughtAlongType {
  @Field(() => Int, {
    description:
      'まとまりの中の場所(0から)。病院は0が紹介元、1が再入院先 / Its place in the block, from 0; of hospitals 0 refers, 1 readmits.',
  })
  place!: number;

  @Field(() => String, { description: '元の部屋番号 / Number of the room it comes from.' })
  roomNumber!: string;

  @Field(() => String, { nullable: true, description: '元の地区。パッケージに書かれたもの / District it comes from, as the package says.' })
  districtName!: string | null;

  @Field(() => ID, { description: 'パッケージ / The package.' })
  packageId!: string;

  @Field(() => DateTimeScalar, { description: '取り込んだ時 / When it was taken in.' })
  broughtAt!: Date;

  @Field(() => String, { description: '取り込んだ人 / Who took it in.' })
  broughtByName!: string;

  @Field(() => [BroughtIdentifierType], { description: '元での識別子 / Identifiers it had there.' })
  identifiers!: BroughtIdentifierType[];
}

@Directive('@tag(name: "internal")')
@ObjectType('ProfileBlockState', { description: 'まとまりの版と、最後に変えた人 / Version of a block, and who changed it last.' })
export class ProfileBlockStateType {
  @Field(() => ProfileBlockEnum, { description: 'まとまり / Block.' })
  block!: ProfileBlock;

  @Field(() => Int, { description: '版。まだ書かれていないときは0 / Version; 0 before anything was written.' })
  version!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: '最後に変わった時 / When last changed.' })
  updatedAt!: Date | null;

  @Field(() => UserType, { nullable: true, description: '最後に変えた人 / Who changed it last.' })
  updatedBy!: UserType | null;

  @Field(() => String, { nullable: true, description: '最後に変えた人の氏名(そのとき) / Their name at the time.' })
  updatedByName!: string | null;

  @Field(() => Boolean, { description: '自分が今変えられるか / Whether you can change it now.' })
  viewerCanUpdate!: boolean;

  @Field(() => [BroughtAlongType], { description: '持ち込まれた項目 / Entries that were brought along.' })
  broughtAlong!: BroughtAlongType[];
}
