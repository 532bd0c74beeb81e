import type { Insights } from '#libs/api-client';

import { count } from '../../shared/text/numbers.js';
import { date } from '../../shared/text/time.js';
import { ChartFrame, DataTable } from './chart-frame.js';
import { Columns, Legend } from './charts.js';
import type { Csv } from './section-charts.js';

type Days = Insights['activity'];

function Axis({ days }: { days: readonly { date: string }[] }) {
  const first = days[0];
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : (
    <p className="axis muted small-text" aria-hidden="true">
      <span>{date(first.date)}</span>
      <span>{date(last.date)}</span>
    </p>
  );
}

/** What was done, day by day. */
export function Activity({ days, csv }: { days: Days; csv: Csv }) {
  const sum = (pick: (day: Days[number]) => number) => days.reduce((total, day) => total + pick(day), 0);
  const words = `${count(sum(({ started }) => started))} attempts started, ${count(sum(({ graded }) => graded))} graded, ${count(sum(({ passed }) => passed))} passed`;
  return (
    <ChartFrame
      title="Activity"
      note={`${words}. Days are those of UTC.`}
      csv={csv}
      chart={
        <div className="stack-tight">
          <Legend
            items={[
              { name: 'started', word: 'Started' },
              { name: 'passed', word: 'Passed' },
            ]}
          />
          <Columns
            height={160}
            words={words}
            columns={days.map((day) => ({
              key: day.date,
              words: `${date(day.date)}: ${count(day.started)} started, ${count(day.graded)} graded, ${count(day.passed)} passed, by ${count(day.activeLearners)} learners`,
              values: [
                { name: 'started', value: day.started },
                { name: 'passed', value: day.passed },
              ],
            }))}
          />
          <Axis days={days} />
        </div>
      }
      table={
        <DataTable
          label="Activity by day"
          head={['Day', 'Started', 'Graded', 'Passed', 'Active learners']}
          rows={days.map((day) => ({
            key: day.date,
            cells: [
              date(day.date),
              count(day.started),
              count(day.graded),
              count(day.passed),
              count(day.activeLearners),
            ],
          }))}
        />
      }
    />
  );
}

/** What was earned, day by day. */
export function Badges({ credentials }: { credentials: Insights['credentials'] }) {
  const { byDay } = credentials;
  const note = `In force now: ${count(credentials.badges)} badges and ${count(credentials.certificates)} certificates.`;
  return (
    <ChartFrame
      title="Badges and certificates"
      note={note}
      chart={
        <div className="stack-tight">
          <Columns
            height={96}
            words={note}
            columns={byDay.map((day) => ({
              key: day.date,
              words: `${date(day.date)}: ${count(day.badges)} badges, ${count(day.certificates)} certificates`,
              values: [{ name: 'passed', value: day.badges + day.certificates }],
            }))}
          />
          <Axis days={byDay} />
        </div>
      }
      table={
        <DataTable
          label="Badges and certificates by day"
          head={['Day', 'Badges', 'Certificates']}
          rows={byDay.map((day) => ({
            key: day.date,
            cells: [date(day.date), count(day.badges), count(day.certificates)],
          }))}
        />
      }
    />
  );
}
