/** The one live connection of a signed-in tab. */
import { createContext } from 'svelte';
import { SessionEndedDocument } from '@heya/client/generated/graphql';
import { openLive, type Live, type LiveState } from '@heya/client/live';
import type { Ticket } from '@heya/client/ticket';
import { provenFetch } from './device/prove.ts';
import { signedOut } from './wipe.ts';

export interface LiveConnection {
  readonly state: LiveState;
  readonly live: Live;
}

export const [getLive, setLive] = createContext<LiveConnection>();

/** Opened by the first stream; ends this tab's sign-in when it is ended elsewhere. */
export function connect(): LiveConnection & { stop: () => void } {
  let state = $state<LiveState>('live');
  const live = openLive({ ticket, onState: (next) => (state = next) });
  return {
    live,
    get state() {
      return state;
    },
    stop: () => live.close(),
  };
}

/** Another device ended this sign-in: nothing stays on this screen. */
export function followSession(live: Live): () => void {
  return live.subscribe({
    document: SessionEndedDocument,
    variables: () => ({}),
    next: () => signedOut('elsewhere'),
    end: (reason) => {
      if (reason === 'UNAUTHENTICATED') signedOut('ended', { keepDrafts: true });
    },
  });
}

async function ticket(): Promise<Ticket | null> {
  const response = await provenFetch('/ticket', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (response.status === 401) return null;
  if (!response.ok) throw new Error('no ticket');
  return (await response.json()) as Ticket;
}
