import type { FoundSession } from '#lib/server/sessions.ts';

declare global {
  namespace App {
    interface Locals {
      /** The signed-in browser; null when signed out or locked, so that whoever forgets the lock refuses. */
      session: FoundSession | null;
      /** Signed in on a registered device whose key must speak before anything else (R6). */
      unproved: FoundSession | null;
      /** Signed in, but locked for want of input (R6). */
      locked: FoundSession | null;
    }
  }
}

export {};
