/** How every service and the gateway are built: Heya's own TypeScript in one file, packages from node_modules as they are. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const entries = ['main', 'load-district', 'verify-access-log', 'schema.print']
  .map((name) => [name, resolve('src', `${name}.ts`)] as const)
  .filter(([, file]) => existsSync(file));

export default defineConfig({
  logLevel: 'warn',
  // type-graphql's decorators are the legacy ones; nothing depends on emitted metadata.
  oxc: { decorator: { legacy: true } },
  ssr: { noExternal: [/^@heya\//] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(entries),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
