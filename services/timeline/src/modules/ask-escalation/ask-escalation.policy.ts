/** How soon it is told that an answer is late (R23). Pure. */

/** 1: to whom is asked; 2: to who asks and to the steward too; 3: by telephone. */
export const escalationSteps = [1, 2, 3] as const;

/** Minutes after the time by which an answer was asked for. */
const minutes = { usual: [0, 60, 180], urgent: [0, 15, 30] } as const;

export interface Pace {
  step: number;
  /** Of an urgent post. */
  urgent: boolean;
  minutes: number;
}

export const pace: readonly Pace[] = escalationSteps.flatMap((step, index) => [
  { step, urgent: false, minutes: minutes.usual[index] ?? 0 },
  { step, urgent: true, minutes: minutes.urgent[index] ?? 0 },
]);
