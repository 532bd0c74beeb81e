import { useRef, useState, type KeyboardEvent } from 'react';

export type Place = readonly [row: number, column: number];

interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly rowHeight: number;
  readonly columnWidth: number;
  readonly onOpen: (place: Place) => void;
}

const steps: Record<string, Place> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

const clamp = (value: number, max: number) => Math.max(0, Math.min(max, value));

/** Where a key leads (the grid pattern of ARIA); null for keys that lead nowhere. */
function next([row, column]: Place, { key, ctrlKey }: KeyboardEvent, { rows, columns }: Grid): Place | null {
  const step = steps[key];
  if (step !== undefined) return [clamp(row + step[0], rows - 1), clamp(column + step[1], columns - 1)];
  if (key === 'Home') return [ctrlKey ? 0 : row, 0];
  if (key === 'End') return [ctrlKey ? rows - 1 : row, columns - 1];
  return null;
}

/** One cell is the current one: keys walk it and the scroller follows. */
export function useWalk(grid: Grid) {
  const [at, setAt] = useState<Place>([0, 0]);
  const scroller = useRef<HTMLDivElement>(null);
  const here: Place = [clamp(at[0], Math.max(0, grid.rows - 1)), clamp(at[1], Math.max(0, grid.columns - 1))];
  const walk = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || grid.rows === 0 || scroller.current === null) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      grid.onOpen(here);
      return;
    }
    const to = next(here, event, grid);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    follow(scroller.current, to, grid);
  };
  return { at: here, scroller, walk };
}

function follow(scroller: HTMLElement, [row, column]: Place, { rowHeight, columnWidth }: Grid): void {
  const head = scroller.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  const top = row * rowHeight;
  const visible = scroller.clientHeight - head - rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top > scroller.scrollTop + visible) scroller.scrollTop = top - visible;
  const fixed = [...scroller.querySelectorAll<HTMLElement>('thead .matrix-fixed')];
  const name = fixed[0]?.offsetWidth ?? 0;
  const before = fixed.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
  const left = before + column * columnWidth;
  if (left < scroller.scrollLeft + name) scroller.scrollLeft = left - name;
  const right = left + columnWidth;
  if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
