import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IdentityContext } from '../../context.ts';
import { UserType } from '../user/index.ts';
import { accountOf } from './staff.access.ts';
import { UserAccountType } from './staff.type.ts';

@Resolver(() => UserType)
export class UserAccountResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => UserAccountType, {
    nullable: true,
    description: 'IDの使われ方。本人と、その人を管理する人にだけ見える / How the ID is used; for the person and those who answer for them.',
  })
  account(@Root() { id }: UserType, @Ctx() context: IdentityContext): Promise<UserAccountType | null> {
    return accountOf(context, id);
  }
}
