/** What was found, over GraphQL. */
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '@heya/service-common/graphql-types';
import { Holds } from '@heya/service-common/holds';
import { timelineClass } from '../access/index.ts';
import { Post } from '../post/index.ts';

@ObjectType({ description: '文のなかの範囲（コードポイント） / A range of a text, in code points.' })
export class TextRange {
  @Field(() => Int, { description: '最初の文字 / The first character.' })
  start!: number;

  @Field(() => Int, { description: '最後の文字の次 / One behind the last.' })
  end!: number;
}

@ObjectType({ description: '一致した前後 / A piece of the text with what was looked for.' })
export class Highlight {
  @Holds(timelineClass)
  @Field(() => String, { description: '文の一部。省いたところは… / The piece; … stands for what was left out.' })
  text!: string;

  @Holds(timelineClass)
  @Directive('@listSize(assumedSize: 5)')
  @Field(() => [TextRange], { description: '強調する範囲 / What to mark.' })
  ranges!: TextRange[];
}

@ObjectType({ description: '見つかった一件 / One hit.' })
export class PostSearchEdge {
  @Field(() => String, { description: '位置 / Its cursor.' })
  cursor!: string;

  @Field(() => Post, { description: '投稿 / The post.' })
  node!: Post;

  @Directive('@listSize(assumedSize: 3)')
  @Field(() => [Highlight], { description: '一致した前後。強調位置つき。3つまで / Snippets with highlight offsets, at most 3.' })
  highlights!: Highlight[];
}

@ObjectType({ description: '見つかった投稿。新しい順 / Posts that were found, newest first.' })
export class PostSearchConnection {
  @Field(() => [PostSearchEdge], { description: '位置と前後つきの投稿 / Posts with cursors and snippets.' })
  edges!: PostSearchEdge[];

  @Field(() => [Post], { description: '投稿 / The posts.' })
  nodes!: Post[];

  @Field(() => PageInfo, { description: 'ページの続き / Where the page ends.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    nullable: true,
    description: '全部で何件。最初のページに収まるときだけ / How many in all, if they fit on the first page.',
  })
  totalCount!: number | null;
}
