/** Measured values seen from the patient. */
import { grant, Holds } from '@heya/service-common/holds';
import { Args, Ctx, Directive, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { Patient, requirePerson, timelineClass, type TimelineRequest, User } from '../access/index.ts';
import { BathKindEnum, ComaScaleEnum, MealIntake, MedicineIntake, Stool } from './vitals.life.type.ts';
import { VitalsArgs } from './vitals.inputs.ts';
import { canCorrect } from './vitals.policy.ts';
import type { VitalsRow } from './vitals.repository.ts';
import { getVitals, latestVitals, listVitals, type VitalsList } from './vitals.service.ts';
import { VitalMeasurement, VitalsConnection, VitalsRecord } from './vitals.type.ts';

/** Parts of a record that was given out. */
const seen = <T extends object>(part: T): T => grant(part, [timelineClass]);

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

  @Holds(timelineClass)
  @FieldResolver(() => ComaScaleEnum, { nullable: true, description: '意識（JCS） / Consciousness.' })
  consciousness(@Root() { life }: VitalsRow) {
    return life?.consciousness ?? null;
  }

  @Holds(timelineClass)
  @Directive('@listSize(assumedSize: 4)')
  @FieldResolver(() => [MealIntake], { description: '食事 / Meals.' })
  meals(@Root() { life }: VitalsRow) {
    return (life?.meals ?? []).map(seen);
  }

  @Holds(timelineClass)
  @FieldResolver(() => Stool, { nullable: true, description: '便 / Stool.' })
  stool(@Root() { life }: VitalsRow) {
    return life?.stool ? seen(life.stool) : null;
  }

  @Holds(timelineClass)
  @Directive('@listSize(assumedSize: 6)')
  @FieldResolver(() => [MedicineIntake], { description: '薬 / Medicines.' })
  medicines(@Root() { life }: VitalsRow) {
    return (life?.medicines ?? []).map(seen);
  }

  @Holds(timelineClass)
  @FieldResolver(() => Float, { nullable: true, description: '睡眠 時間 / Hours of sleep.' })
  sleepHours(@Root() { life }: VitalsRow) {
    return life?.sleepHours ?? null;
  }

  @Holds(timelineClass)
  @FieldResolver(() => BathKindEnum, { nullable: true, description: '清潔 / How the person was washed.' })
  bath(@Root() { life }: VitalsRow) {
    return life?.bath ?? null;
  }

  @Holds(timelineClass)
  @FieldResolver(() => Boolean, { nullable: true, description: '転倒・転落 / A fall.' })
  fall(@Root() { life }: VitalsRow) {
    return life?.fall ?? null;
  }

  @FieldResolver(() => VitalsRecord, { nullable: true, description: 'これで訂正された記録 / What this one corrects.' })
  corrects(@Root() { correctsId }: VitalsRow, @Ctx() context: TimelineRequest) {
    return correctsId && getVitals(context, correctsId);
  }

  @FieldResolver(() => Boolean, { description: '自分が直せるか / Whether the caller may put it right.' })
  viewerCanCorrect(@Root() row: VitalsRow, @Ctx() context: TimelineRequest): boolean {
    return canCorrect(requirePerson(context), row);
  }

  @FieldResolver(() => VitalsRecord, { nullable: true, description: 'これを訂正した記録 / What took its place.' })
  correctedBy(@Root() { correctedById }: VitalsRow, @Ctx() context: TimelineRequest) {
    return correctedById && getVitals(context, correctedById);
  }
}

@Resolver(() => VitalsConnection)
export class VitalsConnectionResolver {
  @FieldResolver(() => Int, { nullable: true, description: '全部で何件 / How many there are in all.' })
  totalCount(@Root() { count }: VitalsList): Promise<number> {
    return count();
  }
}
