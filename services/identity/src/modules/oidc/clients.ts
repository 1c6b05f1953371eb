/** The two first-party clients; partner systems register later (R36). */
import type { ClientMetadata } from 'oidc-provider';

export interface ClientSettings {
  portalUrl: string;
  portalSecret: string;
  allowCli: boolean;
}

export function clients({ portalUrl, portalSecret, allowCli }: ClientSettings): ClientMetadata[] {
  return [portal(portalUrl, portalSecret), ...(allowCli ? [cli] : [])];
}

const portal = (url: string, secret: string): ClientMetadata => ({
  client_id: 'heya-portal',
  client_secret: secret,
  application_type: 'web',
  redirect_uris: [`${url}/auth/callback`],
  post_logout_redirect_uris: [`${url}/`],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_method: 'client_secret_basic',
  id_token_signed_response_alg: 'ES256',
});

/** RFC 8252: a native program on a loopback address of any port, without a secret. */
const cli: ClientMetadata = {
  client_id: 'heya-cli',
  application_type: 'native',
  redirect_uris: ['http://127.0.0.1/callback'],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_method: 'none',
  id_token_signed_response_alg: 'ES256',
};
