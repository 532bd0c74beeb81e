import { useState } from 'react';

import type { EnrolmentReport } from '#libs/api-client';

import { csvFile, saveFile } from '../../shared/download.js';
import { count, counted } from '../../shared/text/numbers.js';
import { type Admitted, type Outcome, outcomes, outcomeWords, reportCsv } from './outcomes.js';

const shownAtOnce = 100;

function Row({ item, isTrial }: { item: Admitted; isTrial: boolean }) {
  const words = outcomeWords[item.outcome];
  return (
    <tr>
      {item.line === undefined ? null : <td className="number">{item.line}</td>}
      <td className="enrolment-address">
        {item.email === '' ? <span className="muted">No address</span> : item.email}
        {item.name === undefined ? null : <p className="muted small-text">{item.name}</p>}
      </td>
      <td>
        <span className={`tag ${words.tone}`}>{isTrial ? words.planned : words.done}</span>
        {item.reason === undefined ? null : <p className="small-text">{item.reason}</p>}
      </td>
    </tr>
  );
}

interface ReportProps {
  title: string;
  report: EnrolmentReport;
  isTrial?: boolean;
}

/** What became of each row, or would: figures that filter, the rows, and all of it as a file. */
export function Report({ title, report, isTrial = false }: ReportProps) {
  const [only, setOnly] = useState<Outcome | null>(null);
  const [limit, setLimit] = useState(shownAtOnce);
  const items = report.items.filter(({ outcome }) => only === null || outcome === only);
  const shown = items.slice(0, limit);
  const hasLines = report.items.some(({ line }) => line !== undefined);
  return (
    <section className="stack" aria-labelledby="report">
      <h2 id="report">{title}</h2>
      <div className="row" role="group" aria-label="Show results">
        <button
          type="button"
          className={`button small${only === null ? ' primary' : ''}`}
          aria-pressed={only === null}
          onClick={() => setOnly(null)}
        >
          All {count(report.items.length)}
        </button>
        {outcomes
          .filter((outcome) => (report.counts[outcome] ?? 0) > 0)
          .map((outcome) => (
            <button
              key={outcome}
              type="button"
              className={`button small${only === outcome ? ' primary' : ''}`}
              aria-pressed={only === outcome}
              onClick={() => setOnly(outcome)}
            >
              {isTrial ? outcomeWords[outcome].planned : outcomeWords[outcome].done}:{' '}
              {count(report.counts[outcome] ?? 0)}
            </button>
          ))}
      </div>
      <div className="table-scroll" role="region" aria-label="Result per address" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              {hasLines ? (
                <th scope="col" className="number">
                  Line
                </th>
              ) : null}
              <th scope="col">Address</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((item, index) => (
              <Row key={`${item.line ?? index} ${item.email}`} item={item} isTrial={isTrial} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        {items.length > shown.length ? (
          <button type="button" className="button" onClick={() => setLimit(limit + 10 * shownAtOnce)}>
            Show more of {counted(items.length, 'row')}
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          onClick={() => saveFile(csvFile(reportCsv(report.items)), 'enrolment-report.csv')}
        >
          Download the report
        </button>
      </div>
    </section>
  );
}

/** "2 learners enrolled of 3 addresses", with the invited where there are any. */
export function summary({ counts, items }: EnrolmentReport, isTrial = false): string {
  const enrolled = counted(counts.enrolled ?? 0, 'learner');
  const invited = counts.invited ?? 0;
  const verb = isTrial ? ' would be enrolled' : ' enrolled';
  const rest = invited === 0 ? '' : `, ${count(invited)} ${isTrial ? 'would be invited' : 'invited'}`;
  return `${enrolled}${verb}${rest} of ${counted(items.length, 'address', 'addresses')}`;
}
