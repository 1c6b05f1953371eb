/** What is said when a package is taken in. */
import { ArgsType, Field, ID, Int } from 'type-graphql';

@ArgsType()
export class RoomImportTakeArgs {
  @Field(() => ID, { description: '持ち込み / The package.' })
  id!: string;

  @Field(() => [ID], { description: '取り込む項目 / Entries to take in.' })
  entries!: string[];

  @Field(() => Boolean, { description: '投稿も取り込む / Whether its posts come in too.' })
  posts!: boolean;

  @Field(() => Boolean, {
    description: '指紋を、別の方法で聞いたものと見比べた / The thumbprint was compared with what the sender told by another way.',
  })
  keyCompared!: boolean;
}

@ArgsType()
export class BroughtPostsArgs {
  @Field(() => Int, { defaultValue: 20, description: '件数 / How many.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'このカーソルより後 / After this cursor.' })
  after?: string | null;
}
