import type { AlignType, Link as MarkdownLink, Nodes, RootContent, Table } from 'mdast';
import { createContext, use, useMemo, type ReactNode } from 'react';

import { Formula } from './formula.js';
import { Characters, type GapSlot, GapSlots } from './gap-slots.js';
import { hasGap, isDisplayed, parseMarkdown } from './parse.js';
import { mediaAddress, Picture } from './picture.js';
import './markdown.css';

/** What was parsed, for nodes that are told apart only by how they were written. */
const Source = createContext('');

/** A link that a browser may follow; anything but http, https and mailto is text. */
export function safeUrl(url: string): string | null {
  if (!URL.canParse(url, location.origin)) return null;
  const parsed = new URL(url, location.origin);
  return ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : null;
}

function children(nodes: readonly RootContent[]): ReactNode {
  return nodes.map((node, index) => <Node key={index} node={node} />);
}

function Link({ url, content }: { url: string; content: ReactNode }) {
  const href = safeUrl(url);
  if (href === null) return <span>{content}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {content}
    </a>
  );
}

function alignClass(align: AlignType | undefined): string | undefined {
  return align === 'right' ? 'number' : undefined;
}

function TableNode({ node }: { node: Table }) {
  const [head, ...body] = node.children;
  return (
    <div className="table-scroll" role="region" aria-label="Table" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {head?.children.map((cell, index) => (
              <th key={index} scope="col" className={alignClass(node.align?.[index])}>
                {children(cell.children)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.children.map((cell, column) => (
                <td key={column} className={alignClass(node.align?.[column])}>
                  {children(cell.children)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// Only the nodes named here become elements; raw HTML stays the text that it is, so no markup of an author reaches the page.
function Node({ node }: { node: Nodes }): ReactNode {
  switch (node.type) {
    case 'root':
      return children(node.children);
    case 'text':
    case 'html':
      return <Characters value={node.value} />;
    case 'paragraph':
      return <p>{children(node.children)}</p>;
    case 'heading':
      return (
        <p>
          <strong>{children(node.children)}</strong>
        </p>
      );
    case 'emphasis':
      return <em>{children(node.children)}</em>;
    case 'strong':
      return <strong>{children(node.children)}</strong>;
    case 'delete':
      return <del>{children(node.children)}</del>;
    case 'inlineCode':
      return <Code value={node.value} />;
    case 'code':
      // A scrolling block must be reachable by keyboard.
      return (
        <pre tabIndex={0} role="region" aria-label={node.lang ? `Code, ${node.lang}` : 'Code'}>
          <Code value={node.value} />
        </pre>
      );
    case 'list':
      return node.ordered ? (
        <ol start={node.start ?? 1}>{children(node.children)}</ol>
      ) : (
        <ul>{children(node.children)}</ul>
      );
    case 'listItem':
      return <li>{children(node.children)}</li>;
    case 'blockquote':
      return <blockquote>{children(node.children)}</blockquote>;
    case 'thematicBreak':
      return <hr />;
    case 'break':
      return <br />;
    case 'link':
      // A field inside a link could not be used: following it would be all that a press does.
      return hasGap(node) ? <LinkWithGap node={node} /> : <Link url={node.url} content={children(node.children)} />;
    case 'image':
      return <ImageNode url={node.url} description={node.alt ?? ''} />;
    case 'inlineMath':
    case 'math':
      return <FormulaNode node={node} />;
    case 'table':
      return <TableNode node={node} />;
    case 'linkReference':
    case 'footnoteDefinition':
      return children(node.children);
    default:
      return null;
  }
}

function Code({ value }: { value: string }) {
  return (
    <code>
      <Characters value={value} />
    </code>
  );
}

function LinkWithGap({ node }: { node: MarkdownLink }) {
  const slots = use(GapSlots);
  const content = children(node.children);
  return slots === null ? <Link url={node.url} content={content} /> : <span>{content}</span>;
}

function ImageNode({ url, description }: { url: string; description: string }) {
  const address = mediaAddress(url);
  if (address !== null) return <Picture address={address} description={description} />;
  // Nothing is loaded from elsewhere; a picture there is offered as a link with its description.
  return <Link url={url} content={`Picture: ${description === '' ? url : description}`} />;
}

function FormulaNode({ node }: { node: Extract<Nodes, { type: 'inlineMath' | 'math' }> }) {
  const text = use(Source);
  return <Formula source={node.value} isDisplayed={isDisplayed(node, text)} />;
}

interface MarkdownProps {
  text: string;
  /** Drops the paragraph around a single line, for options and labels. */
  inline?: boolean;
  /** What stands where the text has `{{id}}`; without it those are text. */
  gaps?: GapSlot;
}

/** Markdown of an author as React elements, with formulas, and with the pictures of our own store. */
export function Markdown({ text, inline = false, gaps }: MarkdownProps) {
  const tree = useMemo(() => parseMarkdown(text), [text]);
  const [only] = tree.children;
  const content =
    inline && tree.children.length === 1 && only?.type === 'paragraph' ? (
      <span className="prose-inline">{children(only.children)}</span>
    ) : (
      <div className="prose">
        <Node node={tree} />
      </div>
    );
  return (
    <Source value={text}>
      <GapSlots value={gaps ?? null}>{content}</GapSlots>
    </Source>
  );
}
