import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Source {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const codeRoots = ['apps', 'libs', 'scripts', 'tests'];
const textRoots = [...codeRoots, '.ci', 'courses', 'deploy', 'docs', 'k8s'];
const skippedFolders = new Set(['node_modules', 'dist', 'generated']);
const codeFile = /\.(ts|tsx|mts|cts|mjs|cjs|js)$/;
const textFile = /\.(ts|tsx|mts|cts|mjs|cjs|js|json|ya?ml|md|sh|sql|css|html|xml|conf|gift|txt)$|\/(Dockerfile|run)$/;

/** Every program text of ours, read from the disk and not from git: an exported tree has no git. */
export function codeFiles(): Source[] {
  return codeRoots.flatMap((folder) => read(folder, codeFile));
}

/** Code, configuration and documents. */
export function textFiles(): Source[] {
  const top = readdirSync(root).filter(
    (name) => /\.(md|json|ya?ml|js|cjs)$/.test(name) && name !== 'package-lock.json',
  );
  return [...textRoots.flatMap((folder) => read(folder, textFile)), ...top.map(load)];
}

function read(folder: string, wanted: RegExp): Source[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : read(path, wanted);
    return wanted.test(path) ? [load(path)] : [];
  });
}

function load(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}
