import type { QuestionImportReport } from '#libs/api-client';

import { counted } from '../../../shared/text/numbers.js';
import { formatWords } from './formats.js';

type Item = QuestionImportReport['items'][number];

const outcomes: Record<Item['outcome'], { words: string; tone: string }> = {
  imported: { words: 'Imported', tone: 'tag-success' },
  imported_with_loss: { words: 'Imported with loss', tone: 'tag-warning' },
  refused: { words: 'Refused', tone: 'tag-danger' },
};

interface ImportResultProps {
  report: QuestionImportReport;
  isTrial: boolean;
}

/** What became of each item of a file, or what would: line, losses and reasons in words. */
export function ImportResult({ report, isTrial }: ImportResultProps) {
  return (
    <section className="stack" aria-labelledby="question-report">
      <h2 id="question-report">
        {isTrial ? 'Trial: ' : ''}
        {counted(report.imported, 'question')} {isTrial ? 'would be imported' : 'imported'}, {report.refused} refused
      </h2>
      <p className="muted small-text">Read as {formatWords[report.format]}.</p>
      {report.items.length === 0 ? <p>The file holds no question.</p> : <Items items={report.items} />}
      {report.notes.length === 0 ? null : (
        <details className="card">
          <summary>{counted(report.notes.length, 'part')} of the file that are no questions</summary>
          <ul>
            {report.notes.map(({ line, message }) => (
              <li key={`${line}${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Items({ items }: { items: readonly Item[] }) {
  return (
    <div className="table-scroll" role="region" aria-label="Result per question" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              Line
            </th>
            <th scope="col">Question</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={index}>
              <td className="number">{item.line}</td>
              <td>{item.title}</td>
              <td>
                <span className={`tag ${outcomes[item.outcome].tone}`}>{outcomes[item.outcome].words}</span>
                {[...item.losses, ...item.reasons].map((words) => (
                  <p key={words} className="small-text">
                    {words}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
