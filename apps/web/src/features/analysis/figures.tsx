import { points } from '../../shared/text/numbers.js';

export interface Figure {
  label: string;
  definition: string;
  value: string;
}

/** A number that is not there yet is said, not drawn as zero. */
export const orDash = (value: number | null, words: (value: number) => string): string =>
  value === null ? 'no figure yet' : words(value);

export const plain = (value: number): string => points(Math.round(value * 100) / 100);

/** Figures with what each of them means, on hover, on focus and for everybody in the list below. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <>
      <div className="figures">
        {figures.map(({ label, value, definition }) => (
          <div
            key={label}
            className="figure"
            tabIndex={0}
            role="group"
            aria-label={`${label}: ${value}. ${definition}`}
          >
            <span className="figure-label">{label}</span>
            <span className="figure-value">{value}</span>
            <span className="figure-definition" aria-hidden="true">
              {definition}
            </span>
          </div>
        ))}
      </div>
      <details className="card">
        <summary>What the figures mean</summary>
        <dl className="definitions">
          {figures.map(({ label, definition }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{definition}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
