/** How an ask stands, over GraphQL. */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { requirePerson, type TimelineRequest, User } from '../access/index.ts';
import { type AskState, askState, mayStep } from './ask.policy.ts';
import type { AskRow } from './ask.repository.ts';
import { Ask, AskStateEnum } from './ask.type.ts';

@Resolver(() => Ask)
export class AskResolver {
  @FieldResolver(() => User, { nullable: true })
  toUser(@Root() { toUserId }: AskRow): User | null {
    return toUserId ? { id: toUserId } : null;
  }

  @FieldResolver(() => User, { nullable: true })
  takenBy(@Root() { takenById }: AskRow): User | null {
    return takenById ? { id: takenById } : null;
  }

  @FieldResolver(() => AskStateEnum)
  state(@Root() ask: AskRow, @Ctx() context: TimelineRequest): AskState {
    return askState(ask, context.now());
  }

  @FieldResolver(() => Boolean, { description: '自分が引き受けられるか / Whether the caller may take it on.' })
  viewerCanTake(@Root() ask: AskRow, @Ctx() context: TimelineRequest): boolean {
    requirePerson(context);
    return mayStep('TAKEN', ask);
  }

  @FieldResolver(() => Boolean, { description: '自分が終わりにできるか / Whether the caller may say that it is done.' })
  viewerCanComplete(@Root() ask: AskRow, @Ctx() context: TimelineRequest): boolean {
    requirePerson(context);
    return mayStep('DONE', ask);
  }
}
