/** What is asked of a search. */
import { ArgsType, Field, Int } from 'type-graphql';
import { PostFilter } from '../post/index.ts';

@ArgsType()
export class SearchPostsArgs {
  @Field(() => String, {
    description:
      '言葉。空白で区切るとすべてを含むもの。2文字から、漢字は1文字から（100文字まで） / Words, all of which must be there; of two characters or more, or one ideograph; at most 100 characters.',
  })
  query!: string;

  @Field(() => PostFilter, { nullable: true, description: '絞り込み / Which posts.' })
  filter?: PostFilter | null;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: '件数（100まで） / How many, at most 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'この位置の後 / After this cursor.' })
  after?: string | null;
}
