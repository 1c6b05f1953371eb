/** What should hold of one room and its patient, kept in the simplest words, and every step that may change it. */
import fc from 'fast-check';

export const members = ['physician', 'nurse', 'family', 'patient'] as const;
export type Member = (typeof members)[number];
export const everybody = [...members, 'officer', 'otherOfficer', 'outsider'] as const;
export type Who = (typeof everybody)[number];

/** Time passes by moving dates into the past: nobody is told. */
export type Step =
  | { do: 'leave' | 'return' | 'beginLater' | 'endLater' | 'runOut'; who: Member }
  | { do: 'grant'; demographics: boolean; family: boolean }
  | { do: 'withdraw' | 'consentRunsOut' | 'inspect' | 'endInspection' | 'inspectionRunsOut' }
  | { do: 'restart'; withdrawing: boolean }
  | { do: 'read' | 'change' | 'listen'; who: Who };

const member = fc.constantFrom(...members);
const who = fc.constantFrom(...everybody);

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'leave' as const,
        'return' as const,
        'return' as const,
        'beginLater' as const,
        'endLater' as const,
        'runOut' as const,
      ),
      who: member,
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('grant' as const), demographics: fc.boolean(), family: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'consentRunsOut' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('inspect' as const, 'inspect' as const, 'endInspection' as const, 'inspectionRunsOut' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), withdrawing: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('read' as const, 'change' as const, 'listen' as const), who }) },
);

export class Model {
  readonly members = new Set<Who>(members);
  consent = { inForce: true, demographics: true, family: true };
  inspecting = false;

  looks(viewer: Who): boolean {
    return viewer === 'officer' && this.inspecting && this.consent.inForce;
  }

  seesRoom(viewer: Who): boolean {
    return this.members.has(viewer) || this.looks(viewer);
  }

  /** The data class of the patient, for this viewer. */
  seesName(viewer: Who): boolean {
    const { inForce, demographics, family } = this.consent;
    return this.seesRoom(viewer) && inForce && demographics && (viewer !== 'family' || family);
  }

  changes(viewer: Who): boolean {
    return (viewer === 'physician' || viewer === 'nurse') && this.members.has(viewer) && this.seesName(viewer);
  }

  follows(viewer: Who): boolean {
    return this.members.has(viewer) && this.consent.inForce;
  }

  channelSeesName(audience: 'CARE_TEAM' | 'EVERYONE'): boolean {
    const { inForce, demographics, family } = this.consent;
    // The care manager never leaves, so the room is never empty.
    return inForce && demographics && (audience === 'CARE_TEAM' || family);
  }
}
