/** The default alerts of R24, so that a value out of range is said in words while it is typed. The server's flag decides. */
import type { VitalFlag } from '@heya/client/generated/graphql';
import type { Slot } from './keypad.ts';

const limits: Record<Slot, { low?: number; high?: number }> = {
  BODY_TEMPERATURE: { low: 35, high: 37.5 },
  SYSTOLIC: { low: 90, high: 180 },
  DIASTOLIC: { high: 110 },
  PULSE: { low: 50, high: 120 },
  SPO2: { low: 93 },
};

export function flagOf(slot: Slot, value: number): VitalFlag {
  const { low, high } = limits[slot];
  if (low !== undefined && value < low) return 'LOW';
  return high !== undefined && value >= high ? 'HIGH' : 'NORMAL';
}
