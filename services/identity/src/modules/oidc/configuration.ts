/** oidc-provider as Heya uses it: code + PKCE, one API, short signed access tokens, rotating refresh tokens. */
import { isIP } from 'node:net';
import type { JWK } from 'jose';
import type { Adapter, ClientMetadata, Configuration, FindAccount, KoaContextWithOIDC } from 'oidc-provider';
import { errors, interactionPolicy } from 'oidc-provider';
import { lifetimes, type Presence } from '../session/index.ts';
import type { AccountService } from './account.service.ts';

const apiScope = 'heya';
const accessTokenSeconds = 300;
const absoluteSeconds = lifetimes.absoluteMs / 1000;
const idleSeconds = lifetimes.idleMs / 1000;

export interface OidcPages {
  error: (ctx: KoaContextWithOIDC, code: string) => void;
  signOut: (ctx: KoaContextWithOIDC, form: string) => Promise<void>;
  signedOut: (ctx: KoaContextWithOIDC) => void;
}

export interface ConfigurationParts {
  accounts: AccountService;
  adapter: (model: string) => Adapter;
  pages: OidcPages;
  clients: ClientMetadata[];
  audience: string;
  jwks: JWK[];
  cookieKey: string;
  secureCookies: boolean;
  now: () => Date;
  /** Where a person signs in, for one interaction. */
  signInUrl(uid: string): string;
}

export function configuration(parts: ConfigurationParts): Configuration {
  return {
    adapter: parts.adapter,
    clients: parts.clients,
    jwks: { keys: parts.jwks },
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub'] },
    clientAuthMethods: ['client_secret_basic', 'none'],
    clientDefaults: { id_token_signed_response_alg: 'ES256', grant_types: ['authorization_code'], response_types: ['code'] },
    pkce: { required: () => true },
    cookies: cookies(parts),
    features: features(parts),
    findAccount: findAccount(parts.accounts),
    loadExistingGrant: loadGrant(parts),
    extraTokenClaims: ({ oidc }, token) =>
      'grantId' in token && token.grantId
        ? parts.accounts.claimsFor(token.grantId, { now: parts.now(), presence: presenceOf(oidc) })
        : undefined,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: requireDevice(parts),
    expiresWithSession: async () => true,
    interactions: { policy: promptPolicy(parts.accounts), url: (_ctx, interaction) => parts.signInUrl(interaction.uid) },
    renderError: (ctx, out) => parts.pages.error(ctx, out.error),
    ttl: {
      AccessToken: accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: accessTokenSeconds,
      Grant: absoluteSeconds,
      Interaction: 900,
      Session: (_ctx, session) => remaining(session.loginTs),
      RefreshToken: (_ctx, token) => Math.min(idleSeconds, remaining(token.authTime)),
    },
  };
}

/** Believed of the portal's server, which has a secret, and of nobody else. */
function presenceOf({ client, body }: KoaContextWithOIDC['oidc']): Presence | undefined {
  const { heya_address: address, heya_idle_ms: idleMs } = (body ?? {}) as Record<string, unknown>;
  if (client?.clientAuthMethod === 'none' || typeof address !== 'string' || !isIP(address) || !/^\d{1,9}$/.test(String(idleMs)))
    return undefined;
  return { address, idleMs: Number(idleMs) };
}

/** Asked before the old token is used up, so that a refusal leaves the sign-in as it was. */
function requireDevice({ accounts, now }: ConfigurationParts): NonNullable<Configuration['rotateRefreshToken']> {
  return async ({ oidc }) => {
    const grantId = oidc.entities.RefreshToken?.grantId;
    const { heya_device_proof: text, refresh_token: refreshToken } = (oidc.body ?? {}) as Record<string, unknown>;
    if (grantId) await accounts.requireDevice(grantId, { text, refreshToken: String(refreshToken), now: now() });
    return true;
  };
}

/** Seconds until the person must sign in again, whatever they do. */
function remaining(signedInAt: number | undefined): number {
  const elapsed = signedInAt ? Math.floor(Date.now() / 1000) - signedInAt : 0;
  return Math.max(1, absoluteSeconds - elapsed);
}

const shared = { httpOnly: true, sameSite: 'lax', signed: true } as const;

/** Of the browser's own sign-in: sent to this provider and its pages alone. */
export const sessionCookie = (secure: boolean) => ({ ...shared, secure, path: '/oidc' });

function cookies({ cookieKey, secureCookies: secure }: ConfigurationParts): NonNullable<Configuration['cookies']> {
  return {
    keys: [cookieKey],
    names: { session: 'heya_sign_in', interaction: 'heya_interaction', resume: 'heya_resume' },
    long: sessionCookie(secure),
    short: { ...shared, secure },
  };
}

function features({ audience, pages }: ConfigurationParts): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    dPoP: { enabled: false },
    claimsParameter: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: { enabled: true, logoutSource: pages.signOut, postLogoutSuccessSource: pages.signedOut },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource) => {
        if (resource !== audience) throw new errors.InvalidTarget();
        return { scope: apiScope, audience, accessTokenFormat: 'jwt', accessTokenTTL: accessTokenSeconds, jwt: { sign: { alg: 'ES256' } } };
      },
    },
  };
}

function findAccount(accounts: AccountService): FindAccount {
  return async (_ctx, accountId) => ((await accounts.isActive(accountId)) ? { accountId, claims: () => ({ sub: accountId }) } : undefined);
}

/** First-party clients need no consent screen: the grant is made here, and tied to the sign-in. */
function loadGrant({ accounts, audience }: ConfigurationParts): NonNullable<Configuration['loadExistingGrant']> {
  return async ({ oidc }) => {
    const { client, session, account } = oidc;
    if (!client || !session || !account) return undefined;
    const finished = (oidc.result?.signIn as { sessionId?: string } | undefined)?.sessionId;
    const known = finished ? undefined : session.grantIdFor(client.clientId);
    const existing = known && (await oidc.provider.Grant.find(known));
    if (existing) return existing;
    const grant = new oidc.provider.Grant({ accountId: account.accountId, clientId: client.clientId });
    grant.addOIDCScope('openid offline_access');
    grant.addResourceScope(audience, apiScope);
    const grantId = await grant.save();
    return (await accounts.attachGrant(grantId, { sessionId: finished, oidcUid: session.uid })) ? grant : undefined;
  };
}

function promptPolicy(accounts: AccountService): interactionPolicy.DefaultPolicy {
  const { Check, base } = interactionPolicy;
  const policy = base();
  // heya-cli is first-party too; its redirect stays on the machine (RFC 8252).
  policy.get('consent')?.checks.remove('native_client_prompt');
  policy.get('login')?.checks.add(
    new Check('sign_in_over', 'the sign-in has ended', async ({ oidc }) => {
      if (!oidc.session?.accountId) return Check.NO_NEED_TO_PROMPT;
      return (await accounts.isSignedIn(oidc.session.uid)) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
    }),
  );
  return policy;
}
