import { useId, useState, type ReactNode } from 'react';

import { CsvButton } from './csv-button.js';

interface ChartFrameProps {
  title: string;
  /** What the numbers count, in a sentence. */
  note?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
  csv?: { name: string; load: () => Promise<string> };
}

/** A chart with its title, and the same numbers as a table and as a file. */
export function ChartFrame({ title, note, chart, table, csv }: ChartFrameProps) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <div className="chart-head">
        <h2 id={id}>{title}</h2>
        <div className="row">
          <button type="button" className="button small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            Show as table
            <span className="visually-hidden">: {title}</span>
          </button>
          {csv === undefined ? null : <CsvButton {...csv} />}
        </div>
      </div>
      {note === undefined ? null : <p className="muted small-text chart-note">{note}</p>}
      {isTable ? table : chart}
    </section>
  );
}

interface DataTableProps {
  label: string;
  head: readonly string[];
  /** The first cell names the row; the others are numbers, or words that stand for one that is missing. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

export function DataTable({ label, head, rows }: DataTableProps) {
  return (
    <div className="table-scroll data-table" role="region" aria-label={label} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name} scope="col" className={at === 0 ? undefined : 'number'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
