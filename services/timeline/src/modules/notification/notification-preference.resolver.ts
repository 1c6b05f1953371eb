/** How one wants to be told, over GraphQL. */
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requirePerson, type TimelineRequest, Viewer } from '../access/index.ts';
import { preferencesOf, updatePreferences } from './notification-preference.service.ts';
import { NotificationPreferences, NotificationPreferencesInput, NotificationPreferencesPayload } from './notification-preference.type.ts';

@Resolver(() => Viewer)
export class NotificationPreferencesResolver {
  @Directive('@tag(name: "internal")')
  @FieldResolver(() => NotificationPreferences, { nullable: true, description: 'お知らせの設定 / How one wants to be told.' })
  notificationPreferences(@Root() { id }: Viewer, @Ctx() context: TimelineRequest) {
    return requirePerson(context).userId === id ? preferencesOf(context) : null;
  }

  @Directive('@tag(name: "internal")')
  @Mutation(() => NotificationPreferencesPayload, { description: 'お知らせの設定を変える / Changes how one wants to be told.' })
  notificationPreferencesUpdate(
    @Arg('input', () => NotificationPreferencesInput, { description: '変えるところ / What changes.' }) input: NotificationPreferencesInput,
    @Ctx() context: TimelineRequest,
  ) {
    return updatePreferences(context, input);
  }
}
