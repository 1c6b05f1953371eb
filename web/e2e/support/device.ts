/** A telephone or computer that knows its owner, as passkeys need one. */
import type { CDPSession, Page } from 'playwright-core';

export interface Device {
  cdp: CDPSession;
  authenticatorId: string;
}

/** A device of this browser that recognises its owner, as a telephone does by face or finger. */
export async function simulateDevice(page: Page): Promise<Device> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const;
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, automaticPresenceSimulation: true },
  });
  return { cdp, authenticatorId };
}
