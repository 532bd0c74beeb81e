import { useEffect, useState, type RefObject } from 'react';

interface Point {
  x: number;
  y: number;
}

function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let before = first;
  let line = `M${first.x} ${first.y}`;
  for (const point of rest) {
    const bend = (point.y - before.y) / 2;
    line += `C${before.x} ${before.y + bend} ${point.x} ${point.y - bend} ${point.x} ${point.y}`;
    before = point;
  }
  return line;
}

/** The line from way-mark to way-mark, measured from where the marks really are: any width, any text size. */
export function Trail({ path, walked }: { path: RefObject<HTMLElement | null>; walked: number }) {
  const [points, setPoints] = useState<Point[]>([]);
  // Not a layout effect: the element that holds this one gets its ref only after the effects of its children.
  useEffect(() => {
    const element = path.current;
    if (element === null) return undefined;
    const measure = () => {
      const origin = element.getBoundingClientRect();
      setPoints(
        [...element.querySelectorAll('.mark')].map((mark) => {
          const box = mark.getBoundingClientRect();
          return { x: Math.round(box.x - origin.x + box.width / 2), y: Math.round(box.y - origin.y + box.height / 2) };
        }),
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [path]);
  return (
    <svg className="trail" aria-hidden="true">
      <path className="trail-all" d={curve(points)} />
      <path className="trail-walked" d={curve(points.slice(0, walked))} />
    </svg>
  );
}
