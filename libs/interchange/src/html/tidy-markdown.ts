import type { Delete, Emphasis, Link, Nodes, Paragraph, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast';
import type { Math } from 'mdast-util-math';

import { withoutTrailingMarks } from '../markdown/inline-marks.js';

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** What travels as inline maths, the one kind of phrase that no step in between takes apart. */
    kind?: 'gap' | 'display';
  }
}

type Marked = Strong | Emphasis | Delete | Link;
type Inside = ReadonlySet<string>;

const address = /https?:\/\/[^\s<>"`{}|\\^]+/gi;

/**
 * Makes of a tree that came from HTML one that an author would write: no empty or doubled marks, no blanks at their ends, formulas
 * that stand alone as blocks, bare addresses as links. Changes the tree.
 */
export function tidyMarkdown(root: Root): void {
  root.children = flow(root.children);
}

function flow(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node) => tidyBlock(node));
}

function tidyBlock(node: RootContent): RootContent[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphs(trimmed(phrases(node.children, new Set())));
    case 'heading':
    case 'tableCell':
      node.children = trimmed(phrases(node.children, new Set())).map(withoutKind);
      return node.type === 'heading' && node.children.length === 0 ? [] : [node];
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'table':
    case 'tableRow':
    case 'footnoteDefinition':
      Object.assign(node, { children: flow(node.children) });
      return node.type === 'list' && node.children.length === 0 ? [] : [node];
    default:
      return [node];
  }
}

/** A formula that is to be shown on lines of its own ends the paragraph it stands in. */
function paragraphs(nodes: readonly PhrasingContent[]): (Paragraph | Math)[] {
  const blocks: (Paragraph | Math)[] = [];
  let run: PhrasingContent[] = [];
  const finish = () => {
    const children = trimmed(run);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'inlineMath' && node.data?.kind === 'display') {
      finish();
      blocks.push({ type: 'math', value: node.value });
    } else run.push(node);
  }
  finish();
  return blocks;
}

function phrases(nodes: readonly PhrasingContent[], inside: Inside): PhrasingContent[] {
  return joined(nodes.flatMap((node) => phrase(node, inside)));
}

function phrase(node: PhrasingContent, inside: Inside): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return inside.has('link') ? [node] : withLinks(node.value);
    case 'inlineMath':
      return node.data?.kind === 'gap'
        ? [{ type: 'gap', value: node.value }]
        : [inside.size > 0 ? withoutKind(node) : node];
    case 'inlineCode':
      return node.value.trim() === '' ? [] : [node];
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'link':
      return mark(node, inside);
    default:
      return [node];
  }
}

function mark(node: Marked, inside: Inside): PhrasingContent[] {
  const children = phrases(node.children, new Set([...inside, node.type]));
  if (inside.has(node.type)) return children;
  const { before, content, after } = withoutOuterBlanks(children);
  if (content.length === 0) return blank(before + after);
  return [...blank(before), { ...node, children: content } as PhrasingContent, ...blank(after)]; // content of a link is never a link
}

/** Marks do not count as such beside a blank on their inner side. */
function withoutOuterBlanks(nodes: readonly PhrasingContent[]) {
  const content = [...nodes];
  const before = takeBlanks(content, 0, /^\s+/);
  const after = takeBlanks(content, content.length - 1, /\s+$/);
  return { before, content, after };
}

function takeBlanks(nodes: PhrasingContent[], index: number, blanks: RegExp): string {
  const node = nodes[index];
  if (node?.type !== 'text') return '';
  const [found = ''] = blanks.exec(node.value) ?? [];
  const value = node.value.replace(blanks, '');
  if (value === '') nodes.splice(index, 1);
  else nodes[index] = { type: 'text', value };
  return found;
}

function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const { content } = withoutOuterBlanks(nodes);
  while (content[0]?.type === 'break') content.shift();
  while (content.at(-1)?.type === 'break') content.pop();
  return content.length === nodes.length ? content : trimmed(content);
}

function blank(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** Neighbours of one kind as one: `**a****b**` would be read otherwise. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      result[result.length - 1] = { type: 'text', value: last.value + node.value };
    } else if (last && areOneMark(last, node)) {
      last.children = joined([...last.children, ...childrenOf(node)]);
    } else result.push(node);
  }
  return result;
}

function areOneMark(last: PhrasingContent, next: PhrasingContent): last is Strong | Emphasis | Delete {
  return (last.type === 'strong' || last.type === 'emphasis' || last.type === 'delete') && last.type === next.type;
}

function childrenOf(node: Nodes): PhrasingContent[] {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete' ? node.children : [];
}

function withoutKind(node: PhrasingContent): PhrasingContent {
  return node.type === 'inlineMath' && node.data?.kind === 'display' ? { type: 'inlineMath', value: node.value } : node;
}

function withLinks(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let taken = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const url = withoutTrailingMarks(found);
    if (!URL.canParse(url)) continue;
    nodes.push(...blank(text.slice(taken, index)), { type: 'link', url, children: [{ type: 'text', value: url }] });
    taken = index + url.length;
  }
  return [...nodes, ...blank(text.slice(taken))];
}
