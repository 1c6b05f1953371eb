import type { PortalSession } from '#lib/server/sessions.ts';

declare global {
  namespace App {
    interface Locals {
      /** The signed-in browser; null when signed out. */
      session: PortalSession | null;
    }
  }
}

export {};
