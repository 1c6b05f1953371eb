/** What should hold in one room, kept in the simplest words, and every step that may change it. */
import fc from 'fast-check';
import type { Audience } from '../modules/access/index.ts';

export const team = ['physician', 'nurse'] as const;
export const everybody = ['physician', 'nurse', 'family', 'patient', 'officer', 'outsider'] as const;
export type Who = (typeof everybody)[number];
export type Member = Exclude<Who, 'officer' | 'outsider'>;
export type AskedGroup = 'NURSES' | 'ALL';

/** Time passes by moving dates into the past: nobody is told. */
export type Step =
  | { do: 'join' | 'leave' | 'joinLater' | 'joinUntil'; who: Member }
  | { do: 'membershipRunsOut'; who: Member }
  | { do: 'grant'; family: boolean }
  | { do: 'amend'; class: boolean; family: boolean }
  | { do: 'withdraw' | 'consentRunsOut' | 'consentEndsToday' | 'replace' }
  | { do: 'inspect' | 'endInspection' | 'inspectionRunsOut' }
  | { do: 'restart'; withdrawing: boolean }
  | { do: 'post'; who: Who; audience: Audience; asks?: AskedGroup | null; answers?: boolean }
  | { do: 'mark' | 'read' | 'reach' | 'listen' | 'take'; who: Who };

const member = fc.constantFrom<Member>('physician', 'nurse', 'family', 'patient');
const who = fc.constantFrom(...everybody);
const audience = fc.constantFrom<Audience>('CARE_TEAM', 'EVERYONE');

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('join' as const, 'leave' as const, 'joinLater' as const, 'joinUntil' as const),
      who: member,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('membershipRunsOut' as const), who: member }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('grant' as const), family: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('amend' as const), class: fc.boolean(), family: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('withdraw' as const, 'consentRunsOut' as const, 'consentEndsToday' as const, 'replace' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('inspect' as const, 'inspect' as const, 'endInspection' as const, 'inspectionRunsOut' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), withdrawing: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      who,
      audience,
      asks: fc.option(fc.constantFrom<AskedGroup>('NURSES', 'ALL')),
      answers: fc.boolean(),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constantFrom('read' as const, 'reach' as const, 'listen' as const, 'mark' as const, 'take' as const),
      who,
    }),
  },
);

export interface ModelPost {
  id: string;
  audience: Audience;
  by: Who;
  asks: AskedGroup | null;
  takenBy: Who | null;
}

export class Model {
  readonly members = new Set<Who>(['physician', 'nurse', 'family', 'patient']);
  consent: 'both' | 'team' | 'none' = 'both';
  inspecting = false;
  readonly posts: ModelPost[] = [];

  takesPart(reader: Who): boolean {
    if (!this.members.has(reader) || this.consent === 'none') return false;
    return reader !== 'family' || this.consent === 'both';
  }

  writes(writer: Who, audienceOf: Audience): boolean {
    return this.takesPart(writer) && (audienceOf === 'EVERYONE' || (team as readonly Who[]).includes(writer));
  }

  /** Whether a post would be taken: an ask has to reach somebody, an answer stays within the circle of what it answers. */
  accepts({ who: writer, audience: to, asks }: Extract<Step, { do: 'post' }>, answered: ModelPost | undefined): boolean {
    if (!this.writes(writer, to) || (answered?.audience === 'CARE_TEAM' && to === 'EVERYONE')) return false;
    // The care manager, of whom the story tells nothing, is there all along.
    return !asks || asks === 'ALL' || everybody.some((other) => this.isAsked(other, { by: writer, audience: to, asks }));
  }

  isAsked(person: Who, { by, audience: to, asks }: Pick<ModelPost, 'by' | 'audience' | 'asks'>): boolean {
    return asks !== null && person !== by && this.writes(person, to) && (asks === 'ALL' || person === 'nurse');
  }

  /** Ids of what this person owes an answer to. */
  owedBy(person: Who): string[] {
    // Whoever took it on and has left answers no more.
    const isOthers = ({ takenBy, ...post }: ModelPost): boolean => takenBy !== null && takenBy !== person && this.isAsked(takenBy, post);
    return this.posts.filter((post) => this.isAsked(person, post) && !isOthers(post)).map(({ id }) => id);
  }

  /** Newest first; null: may not read at all. */
  seenBy(reader: Who): string[] | null {
    const looks = reader === 'officer' && this.inspecting && this.consent !== 'none';
    if (!this.takesPart(reader) && !looks) return null;
    const all = looks || (team as readonly Who[]).includes(reader);
    return this.posts
      .filter((post) => all || post.audience === 'EVERYONE')
      .map(({ id }) => id)
      .reverse();
  }

  /** What a shared stream of the epoch in force may fetch. */
  seenByChannel(audienceOf: Audience): string[] {
    if (this.consent === 'none' || this.members.size === 0) return [];
    return this.posts.filter((post) => audienceOf === 'CARE_TEAM' || post.audience === 'EVERYONE').map(({ id }) => id);
  }
}
