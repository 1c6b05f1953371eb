/** Assessing a wound over GraphQL. */
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { TimelineRequest } from '../access/index.ts';
import { WoundAssessInput } from './wound-assess.inputs.ts';
import { assessWound } from './wound-assess.service.ts';
import { WoundAssessPayload } from './wound-assess.type.ts';

@Resolver()
export class WoundAssessResolver {
  @Mutation(() => WoundAssessPayload, { description: 'きずを評価する。職員だけ / Assess a wound; for the care team.' })
  woundAssess(
    @Arg('input', () => WoundAssessInput, { description: '評価 / The assessment.' }) input: WoundAssessInput,
    @Ctx() context: TimelineRequest,
  ) {
    return assessWound(context, input);
  }
}
