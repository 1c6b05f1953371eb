/** A path inside the portal to come back to after sign-in; anything else becomes the home page. */
export function safeReturn(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) && !path.startsWith('/auth/') ? path : '/home';
}
