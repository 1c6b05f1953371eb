/** Vitals while they are being typed, and what is sent of them. Pure. */
import type { Audience, JapanComaScale, VitalContext, VitalKind, VitalsInput } from '@heya/client/generated/graphql';
import { emptyKeypad, filledKeypad, measurements, valueOf, type Keypad } from './keypad.ts';

export interface VitalsForm {
  keypad: Keypad;
  body: string;
  audience: Audience;
  /** ISO; empty for the moment of sending. */
  takenAt: string;
  /** Before or after a meal; empty where it is not said. */
  glucoseWhen: '' | 'BEFORE_MEAL' | 'AFTER_MEAL';
  /** Empty where nobody spoke of it. */
  consciousness: JapanComaScale | '';
  /** Everybody is to be told of values out of range. */
  tell: boolean;
}

export const emptyVitals = (): VitalsForm => ({
  keypad: emptyKeypad(),
  body: '',
  audience: 'CARE_TEAM',
  takenAt: '',
  glucoseWhen: '',
  consciousness: '',
  tell: false,
});

interface Recorded {
  measurements: readonly { kind: VitalKind; value: number; context: VitalContext | null }[];
  oxygenLitersPerMinute: number | null;
  consciousness: JapanComaScale | null;
}

/** A record as it would have been typed. */
export function standingVitals({ measurements: standing, oxygenLitersPerMinute, consciousness }: Recorded): VitalsForm {
  const when = standing.find(({ kind }) => kind === 'BLOOD_GLUCOSE')?.context;
  return {
    ...emptyVitals(),
    keypad: filledKeypad(standing, oxygenLitersPerMinute),
    glucoseWhen: when === 'BEFORE_MEAL' || when === 'AFTER_MEAL' ? when : '',
    consciousness: consciousness ?? '',
  };
}

/** The values with their circumstances: a saturation is read beside the oxygen that was given. */
export function toVitals({ keypad, glucoseWhen, consciousness }: VitalsForm): Omit<VitalsInput, 'takenAt'> {
  const oxygen = valueOf('OXYGEN', keypad.digits.OXYGEN);
  const contexts: Partial<Record<string, VitalContext>> = {
    ...(glucoseWhen ? { BLOOD_GLUCOSE: glucoseWhen } : {}),
    ...(oxygen === undefined ? {} : { SPO2: oxygen > 0 ? 'ON_OXYGEN' : 'ROOM_AIR' }),
  };
  return {
    measurements: measurements(keypad).map((each) => ({ ...each, ...(contexts[each.kind] ? { context: contexts[each.kind] } : {}) })),
    ...(oxygen === undefined ? {} : { oxygenLitersPerMinute: oxygen }),
    ...(consciousness ? { consciousness } : {}),
  };
}
