import { useLayoutEffect, useState, type RefObject } from 'react';

interface Axis {
  /** Of one row or column, in pixels. */
  readonly size: number;
  readonly count: number;
  /** Beyond what is in sight, so that a quick scroll finds something. */
  readonly overscan: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function spanOf(offset: number, length: number, { size, overscan }: Axis): Span {
  const first = Math.floor(offset / size) - overscan;
  const last = Math.ceil((offset + length) / size) + overscan;
  // Steps of four, so that most scroll events change nothing.
  return { from: Math.max(0, Math.floor(first / 4) * 4), to: Math.ceil(last / 4) * 4 };
}

const isSame = (one: Span, other: Span) => one.from === other.from && one.to === other.to;

/** The rows and columns in sight of a scrolling element with cells of one size: `from` inclusive, `to` exclusive. */
export function useWindow(scroller: RefObject<HTMLElement | null>, rows: Axis, columns: Axis) {
  const [spans, setSpans] = useState({ rows: { from: 0, to: 40 }, columns: { from: 0, to: 24 } });
  const { size: rowSize, overscan: rowsOver } = rows;
  const { size: columnSize, overscan: columnsOver } = columns;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => {
      const next = {
        rows: spanOf(element.scrollTop, element.clientHeight, { size: rowSize, count: 0, overscan: rowsOver }),
        columns: spanOf(element.scrollLeft, element.clientWidth, {
          size: columnSize,
          count: 0,
          overscan: columnsOver,
        }),
      };
      setSpans((before) => (isSame(before.rows, next.rows) && isSame(before.columns, next.columns) ? before : next));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, rowSize, rowsOver, columnSize, columnsOver]);
  const within = ({ from, to }: Span, count: number): Span => ({
    from: Math.min(from, count),
    to: Math.min(to, count),
  });
  return { rows: within(spans.rows, rows.count), columns: within(spans.columns, columns.count) };
}
