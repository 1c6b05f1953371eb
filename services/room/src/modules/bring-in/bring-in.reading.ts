/** A package, opened and looked through: what it would bring, or why it is not taken (R35). */
import { setImmediate as turn } from 'node:timers/promises';
import { containsMyNumber } from '@heya/service-common/my-number';
import { type BroughtIdentifier, type BroughtWish, dayInJapan, entryProblems } from '../patient/index.ts';
import { identified } from '../take-along/index.ts';
import { BadPackage } from './bring-in.archive.ts';
import { bundleShape, type Read, shapes } from './bring-in.fhir.ts';
import { type BroughtPost, holdsMyNumber, toPosts } from './bring-in.posts.ts';
import { openPackage, parseJson, type SignedManifest } from './bring-in.seal.ts';
import { toWishes } from './bring-in.wishes.ts';

/** How many are looked at before others have their turn. */
const atOnce = 200;
/** As many as a room writes in years. */
const mostPosts = 20_000;

export interface ReadPackage {
  manifest: SignedManifest;
  signingKey: string;
  patient: { nameKana: string; birthDate: string; identifiers: BroughtIdentifier[] };
  wishes: BroughtWish[];
  posts: BroughtPost[];
}

/** @throws {BadPackage} */
export async function readPackage(zip: Uint8Array, now: Date): Promise<ReadPackage> {
  const { manifest, signingKey, bundle } = await openPackage(zip);
  const read = await resourcesOf(bundle);
  const [patient, ...others] = read.Patient;
  const nameKana = patient?.name.find(({ extension }) => extension.some(({ valueCode }) => valueCode === 'SYL'))?.text;
  if (!patient || others.length > 0 || patient.id !== manifest.patientId || !nameKana) throw new BadPackage('UNREADABLE');
  const [wishes, posts] = [toWishes(read), toPosts(read, manifest.room.id)];
  if (posts.length > mostPosts) throw new BadPackage('TOO_LARGE');
  const today = dayInJapan(now);
  const told = [manifest.madeBy.name, manifest.madeBy.facility, manifest.districtName, manifest.room.roomNumber, manifest.purpose];
  if (told.some((text) => text && containsMyNumber(text))) throw new BadPackage('MY_NUMBER');
  const isForbidden = wishes.some((wish) => entryProblems(wish, today).some(({ code }) => code === 'MY_NUMBER_NOT_ALLOWED'));
  if (isForbidden) throw new BadPackage('MY_NUMBER');
  for (const [place, post] of posts.entries()) {
    if (holdsMyNumber(post)) throw new BadPackage('MY_NUMBER');
    if (place % atOnce === 0) await turn();
  }
  const identifiers = [...identified(patient.id), ...patient.identifier.filter(({ value }) => value !== `urn:uuid:${patient.id}`)];
  return { manifest, signingKey, patient: { nameKana, birthDate: patient.birthDate, identifiers }, wishes, posts };
}

/** Each kind by its shape; kinds that nobody takes in are left where they are. @throws {BadPackage} */
async function resourcesOf(bytes: Buffer): Promise<Read> {
  const bundle = bundleShape.safeParse(parseJson(bytes));
  if (!bundle.success) throw new BadPackage('UNREADABLE');
  const read = Object.fromEntries(Object.keys(shapes).map((type) => [type, [] as unknown[]])) as unknown as Read;
  for (const [place, { resource }] of bundle.data.entry.entries()) {
    if (place % atOnce === 0) await turn();
    const type = resource.resourceType as keyof Read;
    if (!Object.hasOwn(shapes, type)) continue;
    const parsed = shapes[type].safeParse(resource);
    if (!parsed.success) throw new BadPackage('UNREADABLE');
    (read[type] as unknown[]).push(parsed.data);
  }
  return read;
}
