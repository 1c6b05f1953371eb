import { copyFileSync } from 'node:fs';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import type { Adapter } from '@sveltejs/kit';
import node from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

/** The adapter's own entry knows the public origin only from a proxy's headers; ours takes it from ORIGIN. */
function adapter(): Adapter {
  const inner = node();
  return {
    ...inner,
    adapt: async (builder) => {
      await inner.adapt(builder);
      copyFileSync('src/entry.mjs', 'build/index.js');
      copyFileSync('src/headers.mjs', 'build/headers.mjs');
    },
  };
}

/** A document is its id, and the text of a fragment is nobody's at run time: what no page asks is left out of the bundles. */
const leanDocuments: Plugin = {
  name: 'lean-documents',
  enforce: 'pre',
  transform: {
    filter: { id: /generated\/graphql\.ts$/ },
    handler: (code) => ({ code: code.replaceAll('= new TypedDocumentString(', '= /* @__PURE__ */ new TypedDocumentString('), map: null }),
  },
};

/** Hash of the fixed style attribute of SvelteKit's route announcer; nothing else may style inline. */
const announcerStyle = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

export default defineConfig({
  plugins: [
    leanDocuments,
    tailwindcss(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/paraglide',
      strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
      cookieName: 'heya-locale',
      isServer: 'import.meta.env.SSR',
      emitReadme: false,
    }),
    sveltekit({
      adapter: adapter(),
      // Only on the devices that somebody chose to be told on.
      serviceWorker: { register: false },
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-hashes', announcerStyle],
          // Photos are fetched as data and shown from there: no address of theirs stands in a page.
          'img-src': ['self', 'blob:'],
          'font-src': ['self'],
          // The hook adds the gateway's WebSocket and the sign-in server, which are known when the portal starts.
          'connect-src': ['self'],
          'form-action': ['self'],
          'manifest-src': ['self'],
          'base-uri': ['none'],
          'object-src': ['none'],
          'frame-ancestors': ['none'],
          'require-trusted-types-for': ['script'],
          // Svelte makes its elements from templates of its own; nobody else may turn text into markup (V38). The other names one script.
          'trusted-types': ['svelte-trusted-html', 'heya-service-worker'],
        },
      },
    }),
  ],
  // Small fonts would become data: addresses, which the policy refuses.
  build: { assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined) },
  // Source shipped as TypeScript: bundled, never loaded from node_modules at run time.
  ssr: { noExternal: ['@heya/client'] },
});
