import ts from 'typescript';

import type { Source } from './sources.js';

/** A route as it is written: what it allows, and what is wrong with how it says so. */
export interface Door {
  readonly name: string;
  /** The row of the access table; undefined where the route names none. */
  readonly action: string | undefined;
  /** Inputs that nothing validates: the framework hands them on as they came. */
  readonly unchecked: readonly string[];
  /** Whether the answer is described, which is what the API document and the client are made of. */
  readonly isDescribed: boolean;
}

const verbs = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete']);
const inputs = new Set(['Body', 'Query', 'Param']);

/** Every route of a controller file. */
export function doorsOf({ path, text }: Source): Door[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const doors: Door[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && callsOn(node).some(({ name }) => verbs.has(name))) {
      doors.push(doorOf(path, node));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return doors;
}

/** The rows of an access table, as its file writes them. */
export function actionsOf({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const actions: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineAccess') {
      const table = node.arguments[0];
      if (table && ts.isObjectLiteralExpression(table)) {
        actions.push(...table.properties.flatMap(({ name }) => (name && ts.isStringLiteral(name) ? [name.text] : [])));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return actions;
}

function doorOf(path: string, method: ts.MethodDeclaration): Door {
  const calls = callsOn(method);
  const allow = calls.find(({ name }) => name === 'Allow')?.first;
  return {
    name: `${path}: ${method.name.getText()}`,
    action: allow && ts.isStringLiteral(allow) ? allow.text : undefined,
    unchecked: method.parameters.flatMap((parameter) =>
      callsOn(parameter)
        .filter(({ name, call }) => inputs.has(name) && !/\bschema\b/.test(call.getText()))
        .map(({ call }) => call.getText()),
    ),
    isDescribed: calls.some(({ name }) => name === 'Returns'),
  };
}

function callsOn(node: ts.MethodDeclaration | ts.ParameterDeclaration) {
  return (ts.getDecorators(node) ?? []).flatMap(({ expression }) =>
    ts.isCallExpression(expression)
      ? [{ name: expression.expression.getText(), first: expression.arguments[0], call: expression }]
      : [],
  );
}
