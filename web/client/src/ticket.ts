/** One ticket for each new socket. Asked for before the socket is opened: the socket's own hooks must not fail. */

export interface Ticket {
  ticket: string;
  url: string;
}

export interface TicketDesk {
  /** Sees to it that a ticket lies ready. @returns false when the sign-in is over @throws when nobody answers */
  prepare(): Promise<boolean>;
  /** Where to connect; known after the first prepare. */
  url(): string;
  /** Hands the ticket out once; undefined when it is gone, and the socket will be refused. */
  take(): string | undefined;
}

/**
 * @param ask null when the sign-in is over
 * @param isNeeded false while a socket is open
 */
export function ticketDesk(ask: () => Promise<Ticket | null>, isNeeded: () => boolean): TicketDesk {
  let ready: Ticket | undefined;
  let url = '';
  let asking: Promise<boolean> | undefined;

  async function fetchTicket(): Promise<boolean> {
    const answer = await ask();
    ready = answer ?? undefined;
    url = answer?.url ?? url;
    return answer !== null;
  }

  return {
    prepare: async () => {
      if (ready || !isNeeded()) return true;
      asking ??= fetchTicket().finally(() => (asking = undefined));
      return asking;
    },
    url: () => url,
    take: () => {
      const taken = ready?.ticket;
      ready = undefined;
      return taken;
    },
  };
}
