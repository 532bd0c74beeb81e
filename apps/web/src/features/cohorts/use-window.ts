import { useLayoutEffect, useState, type RefObject } from 'react';

const overscan = 8;

/** The rows in sight of a scrolling element with rows of one height: `from` inclusive, `to` exclusive. */
export function useWindow(scroller: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const [span, setSpan] = useState({ from: 0, to: 40 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => {
      const first = Math.floor(element.scrollTop / rowHeight) - overscan;
      const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + overscan;
      // Steps of four rows, so that most scroll events change nothing.
      const from = Math.max(0, Math.floor(first / 4) * 4);
      const to = Math.ceil(last / 4) * 4;
      setSpan((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, rowHeight]);
  return { from: Math.min(span.from, count), to: Math.min(span.to, count) };
}
