// Reads a sign-in page as a password manager does: by type and autocomplete, not by the names of one release.

/**
 * @param {string} page HTML
 * @returns {{action: string, hidden: Record<string, string>, userName?: string, password?: string, code?: string} | undefined}
 */
export function readForm(page) {
  for (const [, attributes, body] of page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)) {
    const form = { action: attribute(attributes, 'action') ?? '', hidden: {} };
    for (const [, input] of body.matchAll(/<input\b([^>]*?)\/?>/gi)) take(form, input);
    if (form.userName || form.password || form.code) return form;
  }
  return undefined;
}

function take(form, input) {
  const name = attribute(input, 'name');
  const purpose = attribute(input, 'autocomplete')?.split(' ').at(-1);
  const type = attribute(input, 'type') ?? 'text';
  if (!name) return;
  if (type === 'hidden') form.hidden[name] = attribute(input, 'value') ?? '';
  else if (type === 'password') form.password = name;
  else if (purpose === 'one-time-code') form.code = name;
  else if (purpose === 'username') form.userName = name;
}

function attribute(source, name) {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(` ${source}`);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
