import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { root } from './shell.mjs';

const { version } = JSON.parse(readFileSync(join(root, 'node_modules/es-toolkit/package.json'), 'utf8'));
const folder = join(root, '.waymark/bundles');

/**
 * What `@nestjs/swagger` takes from `es-toolkit`, as one file instead of 428: every spec file that loads Nest loads its
 * modules anew, and these alone cost it half a second.
 */
export const toolkitBundle = join(folder, `es-toolkit-${version}.mjs`);

/** Made when missing. Two runs may ask at once: each makes its own, and the last rename wins. */
export async function ensureBundles() {
  if (existsSync(toolkitBundle)) return;
  const { build } = await import('vite');
  const building = `${folder}.${process.pid}`;
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: building,
      minify: false,
      lib: {
        entry: fileURLToPath(import.meta.resolve('es-toolkit/compat')),
        formats: ['es'],
        fileName: () => 'bundle.mjs',
      },
    },
  });
  await mkdir(folder, { recursive: true });
  await rename(join(building, 'bundle.mjs'), toolkitBundle);
  await rm(building, { recursive: true, force: true });
}
