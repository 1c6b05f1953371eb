/** The script of the account pages: one small module for browsers, beside the built service. */
import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: 'dist/browser',
    emptyOutDir: true,
    copyPublicDir: false,
    lib: { entry: 'src/browser/passkey.ts', formats: ['es'], fileName: () => 'passkey.js' },
  },
});
