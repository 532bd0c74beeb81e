import katex from 'katex';
import { createElement, useMemo, type ReactNode } from 'react';

import { FormulaSource, type FormulaProps } from './formula-source.js';

// Everything else that KaTeX writes is left out: no styles, no links, and not the source a second time.
const elements = new Set(
  (
    'math mrow mi mo mn ms mtext mspace msup msub msubsup mfrac msqrt mroot munder mover munderover mmultiscripts ' +
    'mprescripts none mtable mtr mtd mpadded mphantom menclose mstyle'
  ).split(' '),
);
const attributes = new Set(
  (
    'display mathvariant stretchy fence separator lspace rspace minsize maxsize symmetric largeop movablelimits accent ' +
    'accentunder linethickness columnalign rowspacing columnspacing columnlines rowlines displaystyle scriptlevel ' +
    'width height depth voffset notation form'
  ).split(' '),
);

function copy(node: ChildNode, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (name === 'annotation') return null;
  const children = [...node.childNodes].map(copy);
  if (!elements.has(name)) return children;
  const known = [...node.attributes].filter(({ name: attribute }) => attributes.has(attribute));
  const properties = Object.fromEntries(known.map(({ name: attribute, value }) => [attribute, value]));
  return createElement(name, { ...properties, key }, ...children);
}

/** The formula as MathML elements; null when KaTeX cannot read it. */
function formula({ source, isDisplayed }: FormulaProps): ReactNode {
  try {
    const markup = katex.renderToString(source, {
      output: 'mathml',
      displayMode: isDisplayed,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 20,
      maxExpand: 500,
    });
    // A parsed document is inert: nothing of it runs or is loaded, and only the elements named above leave it.
    const math = new DOMParser().parseFromString(markup, 'text/html').querySelector('math');
    return math === null ? null : copy(math, 0);
  } catch (error) {
    if (error instanceof katex.ParseError) return null;
    throw error;
  }
}

export default function Maths({ source, isDisplayed }: FormulaProps) {
  const content = useMemo(() => formula({ source, isDisplayed }), [source, isDisplayed]);
  if (content === null) return <FormulaSource source={source} isDisplayed={isDisplayed} />;
  if (!isDisplayed) return <span className="formula">{content}</span>;
  // A formula wider than the screen scrolls by itself, by keyboard too.
  return (
    <span className="formula formula-block" role="group" aria-label="Formula" tabIndex={0}>
      {content}
    </span>
  );
}
