/** Pages oidc-provider asks for: problems, and signing out. */
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { AccountService, OidcPages } from '../oidc/index.ts';
import { chooseLocale, type PageLocale, pageHeaders } from '../page/index.ts';
import { messagePage, signOutPage } from './sign-in.pages.ts';

interface PageParts {
  portalUrl: string;
  accounts: AccountService;
}

export function oidcPages({ portalUrl, accounts }: PageParts): OidcPages {
  return {
    error(ctx, code) {
      show(ctx, messagePage(localeOf(ctx), code === 'session_not_found' || code === 'invalid_request' ? 'expired' : 'fault', portalUrl));
    },
    async signOut(ctx, form) {
      if (await leaveAtOnce(ctx, accounts)) return;
      show(ctx, signOutPage(localeOf(ctx), form, portalUrl), [new URL(portalUrl).origin]);
    },
    signedOut(ctx) {
      show(ctx, messagePage(localeOf(ctx), 'signedOut', portalUrl));
    },
  };
}

/** A client that proves whose sign-out it asks for (id_token_hint) has asked the person already. */
async function leaveAtOnce(ctx: KoaContextWithOIDC, accounts: AccountService): Promise<boolean> {
  const { session, params, client } = ctx.oidc;
  const hint = ctx.oidc.entities.IdTokenHint as { payload?: { sub?: string } } | undefined;
  const target = params?.post_logout_redirect_uri;
  if (!session || !client || typeof target !== 'string' || hint?.payload?.sub !== session.accountId) return false;
  await accounts.endByOidcUid(session.uid, 'SIGNED_OUT');
  await session.destroy();
  ctx.cookies.set(ctx.oidc.provider.cookieName('session'), null, { path: '/oidc', httpOnly: true, sameSite: 'lax', signed: true });
  const next = new URL(target);
  if (typeof params?.state === 'string') next.searchParams.set('state', params.state);
  ctx.status = 303;
  ctx.redirect(next.href);
  return true;
}

function show(ctx: KoaContextWithOIDC, body: string, formTargets: readonly string[] = []): void {
  ctx.set(pageHeaders(formTargets));
  ctx.type = 'html';
  ctx.body = body;
}

function localeOf(ctx: KoaContextWithOIDC): PageLocale {
  const wished = ctx.oidc?.params?.ui_locales;
  return chooseLocale(typeof wished === 'string' ? wished : undefined, ctx.get('accept-language'));
}
