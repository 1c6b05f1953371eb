/**
 * Every way to every field: root fields, entities by id, fields that another subgraph adds, members of unions, and the edges
 * that lead from one entity to the next. Each entity is asked in full on every edge that leads to it, since an edge may
 * open what the entity by id does not (security.md, threat 1).
 */
import type { FieldShape, Shape, TypeShape } from './shape.ts';

export interface Step {
  field: string;
  /** Name of the set of arguments it is asked with, `Query.room#withdrawn`. */
  given?: string;
  /** `... on Type` that must be opened to select the next step. */
  on?: string;
}

/** One field on one way. */
export interface Line {
  /** `Type.field` */
  coordinate: string;
  /**
   * How its object is reached: `Query.patient`, then `Patient.room` for the room of that patient. A value that the object holds a
   * second time has a route of its own, `Query.patient/earlier.address`. Lines of a route make one operation.
   */
  route: string;
  /** From the root. */
  steps: readonly Step[];
  /** It has fields of its own, so `__typename` is asked for. */
  isComposite: boolean;
}

/** `Query.room` → the names of the argument sets it is asked with; the plain one is ''. */
export type Variants = (coordinate: string) => readonly string[];

interface Place {
  route: string;
  /** The entity (or Query) that further routes are named after, and how many steps lead to it. */
  owner: string;
  base: number;
  steps: readonly Step[];
  /** Value types on the way, against circles. */
  inside: readonly string[];
}

/** Types that are the same everywhere and asked once. */
const onceOnly = new Set(['PageInfo', 'UserError']);

/** Ways that nobody of the matrix gets through, or that end at one member of many: what lies behind is asked on the next way. */
const barren = new Set([
  'Viewer.invitations',
  'User.sharedMemberships',
  'User#colleague.sharedMemberships',
  'Room.steward',
  'Room.viewerMembership',
  'ReviewTask.subject(SharedIdCase)',
]);

/** @returns the lines of all queries; the shortest way to each type that somebody gets through is the one that is followed further */
export function queryLines(shape: Shape, variants: Variants): Line[] {
  const walk = new Walk(shape, { root: 'Query', variants });
  const opened = new Set<string>();
  for (let next = walk.next(); next; next = walk.next()) {
    // From the first object of a type, the second would repeat all that lies behind it; unless other arguments lead elsewhere.
    walk.isFollowing = !barren.has(next.route) && (!opened.has(next.type) || elsewhere[next.route] !== undefined);
    // What a root field gives is asked in full, with whatever arguments.
    walk.isDeep = walk.isFollowing || next.steps.length <= 1;
    if (walk.isFollowing) opened.add(next.type);
    walk.type(next.type, { ...next, owner: ownerOf(next), base: next.steps.length, inside: [] });
  }
  return walk.lines;
}

/** What is reached on these ways is named apart, since what lies behind it is seen by others. */
const elsewhere: Record<string, string> = {
  // A task about an ID that may be shared, or a consent, instead of an application.
  'Query.reviewTask#sharedId': 'sharedId',
  'Query.reviewTask#withdrawal': 'withdrawal',
  // An application under review, whose officer knows whom it is about (R13).
  'Query.roomApplication#waiting': 'waiting',
  // The first user there is shares no room with anybody.
  'Query.user': 'colleague',
  // The record as the patient, the family and the steward see it (R33); the district's is for its officers.
  'Patient.accessLog.nodes': 'patient',
};
/** Each must be a way that there is: one that was renamed would be taken for any other. */
export const namedWays: readonly string[] = [...barren, ...Object.keys(elsewhere)];

const ownerOf = ({ route, type }: { route: string; type: string }): string => (elsewhere[route] ? `${type}#${elsewhere[route]}` : type);

/** What is held a second time is asked along with the first where asking changes something: `Mutation.rename/patient.earlier` → `Mutation.rename`. */
export const operationOf = (route: string): string => route.split('/')[0] ?? route;

/** @returns the lines of mutations or subscriptions with what they answer; an entity in an answer is asked for as such */
export function answerLines(shape: Shape, root: 'Mutation' | 'Subscription', variants: Variants): Line[] {
  const walk = new Walk(shape, { root, variants });
  walk.type(root, { route: root, steps: [], owner: root, base: 0, inside: [] });
  return walk.lines;
}

class Walk {
  readonly lines: Line[] = [];
  /** Whether the entities behind the fields become routes of their own. */
  isFollowing = true;
  /** Whether the values behind the fields are asked too. */
  isDeep = true;
  readonly #shape: Shape;
  readonly #root: string;
  readonly #variants: Variants;
  readonly #queue: { route: string; steps: readonly Step[]; type: string }[];
  readonly #asked = new Set<string>();
  /** Each value with the route it was met on. */
  readonly #met = new Set<string>();

  constructor(shape: Shape, { root, variants }: { root: string; variants: Variants }) {
    [this.#shape, this.#root, this.#variants] = [shape, root, variants];
    this.#queue = [{ route: root, steps: [], type: root }];
  }

  /** The shortest way that has not been walked. */
  next() {
    this.#queue.sort((a, b) => a.steps.length - b.steps.length);
    return this.#queue.shift();
  }

  type(name: string, place: Place): void {
    for (const field of this.#require(name).fields)
      for (const variant of this.#variants(`${name}.${field.name}`)) this.#field(name, field, variant, place);
  }

  #field(owner: string, field: FieldShape, variant: string, place: Place): void {
    const coordinate = `${owner}.${field.name}`;
    const isRoot = owner === this.#root;
    const given = `${coordinate}${variant && `#${variant}`}`;
    const steps = [...place.steps, { field: field.name, given }];
    const route = isRoot ? given : place.route;
    const target = this.#shape.get(field.type);
    this.lines.push({ coordinate, route, steps, isComposite: target !== undefined });
    if (target) this.#inner(target, { ...place, route, steps });
  }

  /** What lies behind a field: an entity becomes a route of its own, anything else belongs to this one. */
  #inner(target: TypeShape, place: Place): void {
    if (target.isEntity && !this.#isEvent(place)) return this.#follow(target.name, place);
    if (!this.isDeep) return;
    if (place.inside.includes(target.name) || this.#isAsked(target.name)) return;
    const value = `${place.route} ${target.name}`;
    const isAgain = this.#met.has(value);
    this.#met.add(value);
    this.#values(target, isAgain ? { ...place, route: `${operationOf(place.route)}/${pathOf(place, Math.max(place.base, 1))}` } : place);
  }

  #values(target: TypeShape, place: Place): void {
    for (const name of target.possible) this.#inner(this.#require(name), opening(place, name));
    const inside = [...place.inside, target.name];
    if (!target.name.endsWith('Edge')) return this.type(target.name, { ...place, inside });
    // `edges.node` is what `nodes` holds: that it answers is enough.
    for (const { name, type } of target.fields) {
      const beside = this.#shape.get(type);
      const steps = [...place.steps, { field: name }];
      this.lines.push({ coordinate: `${target.name}.${name}`, route: place.route, steps, isComposite: beside !== undefined });
      if (beside && !beside.isEntity) this.#inner(beside, { ...place, steps, inside });
    }
  }

  #follow(type: string, place: Place): void {
    if (this.isFollowing) this.#queue.push({ route: `${place.owner}.${pathOf(place, place.base)}`, steps: place.steps, type });
  }

  /** A member of a stream's union: no query leads there, so it is asked in full where it comes. */
  #isEvent({ steps }: Place): boolean {
    return this.#root === 'Subscription' && steps.length === 1 && steps[0]?.on !== undefined;
  }

  #isAsked(name: string): boolean {
    const known = this.#asked.has(name);
    if (onceOnly.has(name)) this.#asked.add(name);
    return known;
  }

  #require(name: string): TypeShape {
    const type = this.#shape.get(name);
    if (!type) throw new Error(`The supergraph has no type ${name}`);
    return type;
  }
}

const pathOf = ({ steps }: Place, from: number): string =>
  steps
    .slice(from)
    .map(({ field, given, on }) => `${given?.split('.')[1] ?? field}${on ? `(${on})` : ''}`)
    .join('.');

function opening(place: Place, on: string): Place {
  const last = place.steps.at(-1);
  return last ? { ...place, steps: [...place.steps.slice(0, -1), { ...last, on }] } : place;
}
