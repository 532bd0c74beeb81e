interface BarProps {
  /** Drawn over each other from the left, the widest first; shares of the whole width, 0 to 1. */
  parts: readonly { name: string; share: number }[];
  words: string;
}

/** One line of a bar chart. */
export function Bar({ parts, words }: BarProps) {
  return (
    <svg className="bar-line" role="img" aria-label={words} width="100%" height="16">
      <title>{words}</title>
      <rect className="chart-track" width="100%" height="16" rx="4" />
      {parts.map(({ name, share }) => (
        <rect key={name} className={`chart-${name}`} width={`${Math.min(1, share) * 100}%`} height="16" rx="4" />
      ))}
    </svg>
  );
}

export interface Column {
  key: string;
  words: string;
  /** Drawn over each other from the bottom, the tallest first. */
  values: readonly { name: string; value: number }[];
}

interface ColumnsProps {
  columns: readonly Column[];
  /** What the whole chart says, for whoever does not see it. */
  words: string;
  height: number;
  /** The value of a column as high as the chart; the largest when nothing is said. */
  max?: number;
}

/** Upright columns of one width, each with its words on hover. */
export function Columns({ columns, words, height, max }: ColumnsProps) {
  const top = max ?? Math.max(1, ...columns.flatMap(({ values }) => values.map(({ value }) => value)));
  const width = 100 / Math.max(1, columns.length);
  return (
    <svg className="columns" role="img" aria-label={words} width="100%" height={height}>
      <rect className="chart-line" y={height - 1} width="100%" height="1" />
      {columns.map(({ key, words: own, values }, at) => (
        <g key={key}>
          <title>{own}</title>
          {/* Takes the pointer where the column is low. */}
          <rect className="chart-touch" x={`${at * width}%`} width={`${width}%`} height={height} />
          {values.map(({ name, value }) => {
            const size = value === 0 ? 0 : Math.max(2, (value / top) * (height - 8));
            return (
              <rect
                key={name}
                className={`chart-${name}`}
                x={`${(at + 0.12) * width}%`}
                y={height - 1 - size}
                width={`${width * 0.76}%`}
                height={size}
              />
            );
          })}
        </g>
      ))}
    </svg>
  );
}

/** What the colours stand for. */
export function Legend({ items }: { items: readonly { name: string; word: string }[] }) {
  return (
    <ul className="legend plain-list small-text">
      {items.map(({ name, word }) => (
        <li key={name}>
          <svg width="12" height="12" aria-hidden="true">
            <rect className={`chart-${name}`} width="12" height="12" rx="2" />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
