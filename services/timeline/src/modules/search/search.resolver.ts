/** Search over GraphQL. */
import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { TimelineRequest } from '../access/index.ts';
import { SearchPostsArgs } from './search.inputs.ts';
import { searchPosts } from './search.service.ts';
import { PostSearchConnection } from './search.type.ts';

@Resolver()
export class SearchResolver {
  @Directive('@cost(weight: 10)')
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @Query(() => PostSearchConnection, {
    description: '自分の部屋を言葉で探す。見てよいものだけ / Full-text search over what the caller may see.',
  })
  searchPosts(@Args(() => SearchPostsArgs) args: SearchPostsArgs, @Ctx() context: TimelineRequest) {
    return searchPosts(context, args);
  }
}
