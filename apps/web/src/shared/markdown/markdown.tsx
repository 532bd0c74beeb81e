import type { AlignType, Nodes, RootContent, Table } from 'mdast';
import { useMemo, type ReactNode } from 'react';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

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
      return node.value;
    case 'html':
      return node.value;
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
      return <code>{node.value}</code>;
    case 'code':
      // A scrolling block must be reachable by keyboard.
      return (
        <pre tabIndex={0} role="region" aria-label={node.lang ? `Code, ${node.lang}` : 'Code'}>
          <code>{node.value}</code>
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
      return <Link url={node.url} content={children(node.children)} />;
    case 'image':
      // Nothing is loaded from elsewhere; a picture is offered as a link with its description.
      return <Link url={node.url} content={`Picture: ${node.alt ?? node.url}`} />;
    case 'table':
      return <TableNode node={node} />;
    default:
      return null;
  }
}

/** Markdown of an author as React elements. `inline` drops the paragraph around a single line, for options and labels. */
export function Markdown({ text, inline = false }: { text: string; inline?: boolean }) {
  const tree = useMemo(() => parser.parse(text), [text]);
  const [only] = tree.children;
  if (inline && tree.children.length === 1 && only?.type === 'paragraph') {
    return <span className="prose-inline">{children(only.children)}</span>;
  }
  return (
    <div className="prose">
      <Node node={tree} />
    </div>
  );
}
