import ts from 'typescript';

import type { Source } from './sources.js';

/** Walls, as the linter holds them too; here also for files that the linter is told to skip. */
export const linesMax = 400;
export const specLinesMax = 500;

const specSuffix = '(\\.int)?(\\.spec)?\\.ts';
const role = '(\\.(entity|service|controller|events|dto|errors|queries|module))?';
const word = '[a-z0-9]+(-[a-z0-9]+)*';
/** Beside the feature folders: what a service is made of as a whole. */
const serviceFiles = /^(main|config|access|[a-z]+\.app|[a-z-]+\.module)(\.int)?(\.spec)?\.ts$/;
const featureFile = new RegExp(`^${word}${role}${specSuffix}$`);
const migrationFile = new RegExp(`^\\d{10,14}-${word}\\.ts$`);
const kebabFile = new RegExp(`^${word}(\\.${word})*\\.(ts|tsx|mjs)$`);

/** What is wrong with the place or the name of a file; undefined when nothing is. */
export function misplacement(path: string): string | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (/\.(ts|tsx|mjs)$/.test(name) && !kebabFile.test(name) && !migrationFile.test(name)) return 'not kebab-case';
  if (name === 'index.ts' && !/^libs\/[^/]+\/src\/index\.ts$/.test(path)) return 'a barrel file';
  if (!/^apps\/(auth|content|quiz)\/src\//.test(path)) return undefined;
  const inside = parts.slice(3);
  if (inside.length === 1) return serviceFiles.test(name) ? undefined : 'no part of a service as a whole';
  if (inside.length > 2) return 'deeper than a feature folder';
  if (inside[0] === 'migrations') return migrationFile.test(name) ? undefined : 'not <timestamp>-what-it-does.ts';
  return featureFile.test(name) ? undefined : 'not one of the kinds of file of a feature folder';
}

export function lineCount({ text }: Source): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

export function isOverBudget(source: Source): boolean {
  return lineCount(source) > (/\.spec\.tsx?$/.test(source.path) ? specLinesMax : linesMax);
}

/**
 * Routes and event handlers whose body is more than one statement. A door that decides something hides it from the
 * tests of the service; a door that decides nothing needs one line.
 */
export function thickDoors({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && isDoor(node) && (node.body?.statements.length ?? 0) > 1) {
      found.push(`${path}: ${node.name.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isDoor(method: ts.MethodDeclaration): boolean {
  return (ts.getDecorators(method) ?? []).some((decorator) =>
    /^@(Get|Post|Put|Patch|Delete|OnEvent|EventPattern)\b/.test(decorator.getText()),
  );
}
