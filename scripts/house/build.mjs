import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { root, runNode, say, Stop, tool } from './shell.mjs';

const dist = join(root, 'dist');
const serverRoots = ['apps', 'libs', 'scripts', 'tests'];
const webRoots = ['apps/web', 'libs/api-client', 'libs/text', 'package-lock.json'];
const assets = new Set(['.json', '.sql', '.xml', '.svg', '.txt', '.html', '.css', '.properties', '.js']);
const serverStamp = join(dist, '.server.json');
const webStamp = join(dist, '.web.json');
/** Bumped when the way of building changes, so that older results are built again. */
const recipe = 1;

/** Builds what changed: TypeScript to dist with swc, file by file, and the browser application with Vite. */
export async function build({ web = true } = {}) {
  await buildServer();
  if (web && needsWebBuild()) await buildWeb();
}

export function needsServerBuild() {
  return !isSame(readStamp(serverStamp), serverSources());
}

export function needsWebBuild() {
  return existsSync(join(root, 'apps/web/index.html')) && !isSame(readStamp(webStamp), webSources());
}

/** Compiles changed sources only and removes results whose source is gone. Resolves to the number of files written. */
export async function buildServer() {
  const sources = serverSources();
  if (!existsSync(serverStamp))
    for (const top of serverRoots) rmSync(join(dist, top), { recursive: true, force: true });
  const before = readStamp(serverStamp);
  const changed = Object.keys(sources).filter((path) => before[path] !== sources[path] || !existsSync(target(path)));
  const gone = Object.keys(before).filter((path) => path !== 'recipe' && !(path in sources));
  for (const path of gone) for (const suffix of ['', '.map']) rmSync(target(path) + suffix, { force: true });
  const compiled = await Promise.allSettled(changed.filter((path) => path !== 'recipe').map(compile));
  const failures = compiled.filter((result) => result.status === 'rejected');
  if (failures.length > 0) {
    throw new Stop(failures.map(({ reason }) => String(reason.message ?? reason)).join('\n'));
  }
  writeStamp(serverStamp, sources);
  return changed.length + gone.length;
}

async function buildWeb() {
  const sources = webSources();
  say('Building the browser application ...');
  const args = [tool('vite/bin/vite.js'), 'build', 'apps/web', '--outDir', '../../dist/web', '--emptyOutDir'];
  const { code, output } = await runNode(args, { capture: true, env: { NODE_ENV: 'production', NO_COLOR: '1' } });
  if (code !== 0)
    throw new Stop(
      `The browser application could not be built.\n${stripVTControlCharacters(output).split('\n').slice(0, 40).join('\n')}`,
    );
  writeStamp(webStamp, sources);
}

async function compile(path) {
  const source = join(root, path);
  if (extname(path) !== '.ts') return write(target(path), readFileSync(source));
  const { transform } = await import('@swc/core');
  const { code, map } = await transform(readFileSync(source, 'utf8'), {
    filename: source,
    configFile: join(root, '.swcrc'),
    sourceMaps: true,
    sourceFileName: relative(dirname(target(path)), source),
  });
  const name = target(path).split(/[/\\]/).pop();
  write(`${target(path)}.map`, map ?? '');
  return write(target(path), `${code}\n//# sourceMappingURL=${name}.map\n`);
}

/** Written beside and renamed: a program that starts meanwhile never reads half a file. */
function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.${process.pid}.next`;
  writeFileSync(next, content);
  renameSync(next, path);
}

function target(path) {
  return join(dist, path.replace(/\.ts$/, '.js'));
}

function serverSources() {
  const sources = { recipe: `${recipe} ${mark('.swcrc')}` };
  for (const top of serverRoots) {
    for (const path of walk(top)) if (isServerSource(path)) sources[path] = mark(path);
  }
  return sources;
}

function webSources() {
  return Object.fromEntries(webRoots.flatMap((top) => [...walk(top)]).map((path) => [path, mark(path)]));
}

function isServerSource(path) {
  if (path.startsWith('apps/web/')) return false;
  if (path.endsWith('.d.ts') || path.endsWith('.spec.ts')) return false;
  return path.endsWith('.ts') || assets.has(extname(path));
}

function* walk(path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(full, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* walk(`${path}/${entry.name}`);
    else yield `${path}/${entry.name}`;
  }
}

function mark(path) {
  const { mtimeMs, size } = statSync(join(root, path));
  return `${mtimeMs}:${size}`;
}

function readStamp(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function writeStamp(path, sources) {
  write(path, JSON.stringify(sources));
}

function isSame(before, now) {
  const names = Object.keys(now);
  return names.length === Object.keys(before).length && names.every((name) => before[name] === now[name]);
}
