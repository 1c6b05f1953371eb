export interface Account {
  userName: string;
  password: string;
  /** base32 */
  totpSecret: string;
}
export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** milliseconds since 1970 */
  expiresAt: number;
}
export interface SignInUrls {
  issuer: string;
  gateway: string;
}
/** Why a sign-in did not work, in the provider's words. */
export class SignInError extends Error {}
/** Code + PKCE with the command-line client, through the same pages a person sees. */
export function signIn(urls: SignInUrls, account: Account): Promise<Tokens>;
/** Swaps a refresh token; the old one dies with it. */
export function refresh(urls: SignInUrls, refreshToken: string): Promise<Tokens>;
