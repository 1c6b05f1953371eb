/**
 * What a page shows, read again without anybody's act: by a clock, or since a stream told of something. SvelteKit's own `invalidate` would put
 * its error page in the place of what is read or typed whenever nobody answers for a moment.
 */
import { isHttpError } from '@sveltejs/kit';
import { invalidateAll } from '$app/navigation';
import { ViewerFrameDocument } from '@heya/client/generated/graphql';
import { ask } from './api.ts';

type LoadEvent = Parameters<typeof ask>[0];

const here = (): LoadEvent => ({ fetch, url: new URL(location.href) });
const isSilence = (problem: unknown): boolean => isHttpError(problem, 503);

/** @returns null when nobody answers, and what is shown stays; whoever may see it no more is led away */
export async function readNow<T>(read: (event: LoadEvent) => T | Promise<T>): Promise<T | null> {
  try {
    return await read(here());
  } catch (problem) {
    if (!isSilence(problem)) await invalidateAll();
    return null;
  }
}

export interface Shown<D> {
  readonly data: D;
  /** @returns whether somebody answered */
  again(): Promise<boolean>;
}

/**
 * A page's data as it was opened, and as its own `load` finds it later. Call while setting up the page.
 * @param page `data` and `params` of the page, as they are now
 * @param load of the page, or of its layout
 */
export function keepShown<D extends object>(page: () => { data: D; params: object }, load: (event: never) => unknown): Shown<D> {
  const opened = $derived(page().data);
  let data = $derived(opened);
  let turn = 0;

  async function again(): Promise<boolean> {
    const [before, own] = [opened, (turn += 1)];
    const { params } = page();
    const around = { params, parent: () => Promise.resolve(before), depends: () => undefined, untrack: (ask: () => unknown) => ask() };
    const found = await readNow((event) => load({ ...event, ...around } as never));
    // Opened anew meanwhile, elsewhere or under another consent: what was asked for before is not shown there.
    if (found && opened === before && own === turn) data = { ...data, ...found };
    return found !== null;
  }

  return {
    get data() {
      return data;
    },
    again,
  };
}

const againMs = 2_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** All that is on the screen, the bars and columns too, as soon as somebody answers. */
export async function readAllAgain(): Promise<void> {
  while (await isNobodyThere()) await pause(againMs);
  await invalidateAll();
}

const isNobodyThere = (): Promise<boolean> => ask(here(), ViewerFrameDocument, {}).then(() => false, isSilence);
