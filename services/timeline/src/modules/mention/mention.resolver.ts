/** Mentions over GraphQL. */
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { User } from '../access/index.ts';
import type { MentionRow } from './mention.repository.ts';
import { Mention } from './mention.type.ts';

@Resolver(() => Mention)
export class MentionResolver {
  @FieldResolver(() => User, { nullable: true })
  user(@Root() { userId }: MentionRow): User | null {
    return userId ? { id: userId } : null;
  }
}
