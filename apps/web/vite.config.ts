import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  plugins: [react()],
  resolve: {
    // In the browser libraries are bundled from their source; package.json's `#libs/*` points at the server build.
    alias: [
      {
        find: /^#libs\/([a-z-]+)$/,
        replacement: fileURLToPath(new URL('../../libs/$1/src/index.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // The content security policy allows no inline code and no `data:` scripts: everything is a file.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { port: 5173, proxy: { '/api': process.env['WAYMARK_API'] ?? 'http://localhost:3000' } },
});
