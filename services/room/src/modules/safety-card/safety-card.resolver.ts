/** The timeline's question, never part of the public API. */
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import type { RoomContext } from '../platform/index.ts';
import { listCards } from './safety-card.service.ts';
import { SafetyCardType } from './safety-card.type.ts';

@Resolver()
export class SafetyCardResolver {
  @Directive('@inaccessible')
  @Query(() => [SafetyCardType], { description: '災害時に人を探すための札 / What finds people in a disaster.' })
  safetyCards(
    @Arg('patientIds', () => [ID], { description: '利用者（100人まで） / Patients, at most 100.' }) patientIds: string[],
    @Ctx() context: RoomContext,
  ): Promise<SafetyCardType[]> {
    return listCards(context, patientIds);
  }
}
