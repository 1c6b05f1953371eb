/** Measured values seen from the patient. */
import { Args, Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Patient, type TimelineRequest, User } from '../access/index.ts';
import { VitalsArgs } from './vitals.inputs.ts';
import type { VitalsRow } from './vitals.repository.ts';
import { latestVitals, listVitals, type VitalsList } from './vitals.service.ts';
import { VitalMeasurement, VitalsConnection, VitalsRecord } from './vitals.type.ts';

@Resolver(() => Patient)
export class PatientVitalsResolver {
  @FieldResolver(() => [VitalMeasurement], { nullable: true, description: '項目ごとの最新の値 / The newest value of each kind.' })
  latestVitals(@Root() { id }: Patient, @Ctx() context: TimelineRequest) {
    return latestVitals(context, id);
  }

  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)')
  @FieldResolver(() => VitalsConnection, { nullable: true, description: '記録値。新しい順 / Records, newest first.' })
  vitals(@Root() { id }: Patient, @Ctx() context: TimelineRequest, @Args(() => VitalsArgs) args: VitalsArgs) {
    return listVitals(context, id, args);
  }
}

@Resolver(() => VitalsRecord)
export class VitalsRecordResolver {
  @FieldResolver(() => Patient, { nullable: true })
  patient(@Root() { patientId }: VitalsRow): Patient {
    return { id: patientId };
  }

  @FieldResolver(() => User, { nullable: true })
  takenBy(@Root() { takenById }: VitalsRow): User {
    return { id: takenById };
  }
}

@Resolver(() => VitalsConnection)
export class VitalsConnectionResolver {
  @FieldResolver(() => Int, { nullable: true, description: '全部で何件 / How many there are in all.' })
  totalCount(@Root() { count }: VitalsList): Promise<number> {
    return count();
  }
}
