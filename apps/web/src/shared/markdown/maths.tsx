import katex from 'katex';
import { createElement, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';

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

function blockAround(element: HTMLElement): HTMLElement {
  let block = element.parentElement ?? element;
  while (block.parentElement !== null && getComputedStyle(block).display.startsWith('inline'))
    block = block.parentElement;
  return block;
}

/** Whether the formula is wider than the text around it, now and after the window changes. */
function useIsWide(frame: RefObject<HTMLElement | null>, content: ReactNode, isDisplayed: boolean): boolean {
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    const math = element?.querySelector('math');
    if (element === null || math === null || math === undefined) return undefined;
    const block = blockAround(element);
    const measure = () =>
      setWide(
        isDisplayed
          ? element.scrollWidth > element.clientWidth
          : math.getBoundingClientRect().width > block.clientWidth,
      );
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(block);
    return () => observer.disconnect();
  }, [frame, content, isDisplayed]);
  return isWide;
}

export default function Maths({ source, isDisplayed }: FormulaProps) {
  const frame = useRef<HTMLSpanElement>(null);
  const content = useMemo(() => formula({ source, isDisplayed }), [source, isDisplayed]);
  const isWide = useIsWide(frame, content, isDisplayed);
  if (content === null) return <FormulaSource source={source} isDisplayed={isDisplayed} />;
  // A formula cannot be broken into lines: one wider than the text scrolls by itself, by keyboard too.
  const scrolling = isWide ? { role: 'group', 'aria-label': 'Formula', tabIndex: 0 } : {};
  return (
    <span ref={frame} className={isDisplayed || isWide ? 'formula formula-block' : 'formula'} {...scrolling}>
      {content}
    </span>
  );
}
