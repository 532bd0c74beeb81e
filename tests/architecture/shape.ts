import ts from 'typescript';

import type { Source } from './sources.js';

/** Walls, as the linter holds them too; here also for files that the linter is told to skip. */
export const linesMax = 400;
export const specLinesMax = 500;

const specSuffix = '(\\.int)?(\\.spec)?\\.ts';
const role = '(\\.(entity|service|controller|events|dto|errors|queries|module))?';
const word = '[a-z0-9]+(-[a-z0-9]+)*';
/** Beside the feature folders: what a service is made of as a whole. */
const serviceFiles = /^((main|config|access|[a-z]+\.app|[a-z-]+\.module)(\.int)?(\.spec)?|[a-z-]+\.int\.spec)\.ts$/;
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

/** A cookie or an entity tag takes a statement besides the call and the answer. */
const doorStatementsMax = 3;

const decisions = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.SwitchStatement,
  ts.SyntaxKind.TryStatement,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
]);

/**
 * Routes and event handlers that decide something, or do more than call, dress the answer and return it. A door that
 * decides hides its decision from the tests of the service.
 */
export function thickDoors({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && isDoor(node) && isThick(node)) found.push(`${path}: ${node.name.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isThick({ body }: ts.MethodDeclaration): boolean {
  return body !== undefined && (body.statements.length > doorStatementsMax || decides(body));
}

function decides(node: ts.Node): boolean {
  return decisions.has(node.kind) || (ts.forEachChild(node, (child) => decides(child) || undefined) ?? false);
}

/**
 * Signatures that ask for too much: four parameters, and five things to inject. The linter cannot tell the two apart, nor
 * see that a decorated parameter is filled by the framework; a route may have one more of those than it has of its own.
 */
export function longSignatures({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isConstructorDeclaration(node) && node.parameters.length > injectedMax) found.push(`${path}: constructor`);
    if ((ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node)) && ownParameters(node) > parametersMax) {
      found.push(`${path}: ${node.name?.getText() ?? 'function'}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const parametersMax = 4;
const injectedMax = 5;

function ownParameters({ parameters }: ts.FunctionDeclaration | ts.MethodDeclaration): number {
  return parameters.filter((parameter) => (ts.getDecorators(parameter) ?? []).length === 0).length;
}

function isDoor(method: ts.MethodDeclaration): boolean {
  return (ts.getDecorators(method) ?? []).some((decorator) =>
    /^@(Get|Post|Put|Patch|Delete|OnEvent|EventPattern)\b/.test(decorator.getText()),
  );
}
