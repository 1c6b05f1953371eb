/** What kinds of device there are, whose, and in which state, in both languages. */
const ownerships = {
  FACILITY: '事業所の端末 / Belongs to the facility.',
  PATIENT_FAMILY: "本人・家族の端末 / Patient's or family's own.",
  PERSONAL_EXCEPTION: 'センターが認めた例外 / Exception granted by the centre.',
} as const;
export type DeviceOwnership = keyof typeof ownerships;

const statuses = {
  PENDING: '承認を待っている / Waits for approval.',
  APPROVED: '使える / In use.',
  REVOKED: '止めた / Stopped.',
} as const;
export type DeviceStatus = keyof typeof statuses;

const platforms = {
  WINDOWS: 'Windows / Windows.',
  MACOS: 'macOS / macOS.',
  IOS: 'iPhone / iPhone.',
  IPADOS: 'iPad / iPad.',
  ANDROID: 'Android / Android.',
  CHROMEOS: 'ChromeOS / ChromeOS.',
  OTHER: 'そのほか / Another one.',
} as const;
export type DevicePlatform = keyof typeof platforms;

export const deviceWords = { ownerships, statuses, platforms };
