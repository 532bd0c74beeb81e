import { Link } from '@tanstack/react-router';

import type { Insights } from '#libs/api-client';

import { count, counted, percent, share } from '../../shared/text/numbers.js';
import { duration } from '../../shared/text/time.js';
import { When } from '../../shared/ui/when.js';
import { ChartFrame, DataTable } from './chart-frame.js';
import { Bar, Columns, Legend } from './charts.js';

type Section = Insights['funnel'][number];

export interface Csv {
  name: string;
  load: () => Promise<string>;
}

const none = 'no figure yet';
const hours = (value: number | null): string => (value === null ? none : duration(value * 3_600));
const binName = (at: number): string => (at === 9 ? '90 to 100 %' : `${at * 10} to ${at * 10 + 9} %`);

/** The title, which leads to the figures of the section alone. */
function SectionLink({ sectionId, title, position }: Pick<Section, 'sectionId' | 'title' | 'position'>) {
  return (
    <Link
      from="/cohorts/$id"
      to="/cohorts/$id/sections/$section"
      params={(before) => ({ ...before, section: sectionId })}
      search={{}}
    >
      {position + 1}. {title}
    </Link>
  );
}

function FunnelBars({ funnel }: { funnel: Insights['funnel'] }) {
  return (
    <>
      <Legend
        items={[
          { name: 'started', word: 'Started' },
          { name: 'submitted', word: 'Handed in' },
          { name: 'passed', word: 'Passed' },
        ]}
      />
      <ol className="bars plain-list">
        {funnel.map((section) => {
          const of = (value: number) => (section.enrolled === 0 ? 0 : value / section.enrolled);
          const words = `${section.title}: of ${count(section.enrolled)} enrolled ${count(section.started)} started, ${count(section.submitted)} handed in, ${count(section.passed)} passed`;
          return (
            <li key={section.sectionId}>
              <span className="bars-name">
                <SectionLink {...section} />
                {section.dueAt === null ? null : (
                  <span className="muted small-text">
                    {' '}
                    Due <When at={section.dueAt} />
                  </span>
                )}
              </span>
              <Bar
                words={words}
                parts={[
                  { name: 'started', share: of(section.started) },
                  { name: 'submitted', share: of(section.submitted) },
                  { name: 'passed', share: of(section.passed) },
                ]}
              />
              <span className="bars-number">
                {count(section.started)} started, {count(section.passed)} passed
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** How many get how far in each section. */
export function Funnel({ insights, csv }: { insights: Insights; csv: Csv }) {
  const { funnel } = insights;
  return (
    <ChartFrame
      title="Through the sections"
      note={`Learners enrolled now. Pass rate over all sections: ${insights.passRate === null ? none : share(insights.passRate)} of what was started.`}
      csv={csv}
      chart={<FunnelBars funnel={funnel} />}
      table={
        <DataTable
          label="Learners by section and how far they got"
          head={['Section', 'Enrolled', 'Started', 'Handed in', 'Passed', 'Pass rate']}
          rows={funnel.map((section) => ({
            key: section.sectionId,
            cells: [
              <SectionLink key="name" {...section} />,
              count(section.enrolled),
              count(section.started),
              count(section.submitted),
              count(section.passed),
              section.passRate === null ? none : share(section.passRate),
            ],
          }))}
        />
      }
    />
  );
}

/** Ten columns of grades. */
export function Histogram({ title, bins, max }: { title: string; bins: readonly number[]; max?: number }) {
  const said = bins.flatMap((value, at) => (value === 0 ? [] : [`${binName(at)}: ${count(value)}`]));
  return (
    <Columns
      height={72}
      max={max}
      words={`Grades in ${title}. ${said.length === 0 ? 'Nobody has one yet' : said.join(', ')}`}
      columns={bins.map((value, at) => ({
        key: String(at),
        words: `${binName(at)}: ${counted(value, 'learner')}`,
        values: [{ name: 'accent', value }],
      }))}
    />
  );
}

/** How grades are spread, section by section. */
export function Distribution({ insights, csv }: { insights: Insights; csv: Csv }) {
  const { distribution } = insights;
  const max = Math.max(1, ...distribution.flatMap(({ bins }) => bins));
  return (
    <ChartFrame
      title="Grades"
      note="Learners by grade, from 0 on the left to 100 percent on the right, by the rule of each section. All charts have one scale."
      csv={csv}
      chart={
        <ul className="small-charts plain-list">
          {distribution.map(({ sectionId, title, position, bins, meanPercent }) => (
            <li key={sectionId} className="stack-tight">
              <span className="small-text small-charts-name">
                {position + 1}. {title}
              </span>
              <Histogram title={title} bins={bins} max={max} />
              <span className="muted small-text">Mean: {meanPercent === null ? none : percent(meanPercent)}</span>
            </li>
          ))}
        </ul>
      }
      table={
        <DataTable
          label="Learners by section and grade"
          head={['Section', ...Array.from({ length: 10 }, (_, at) => binName(at)), 'Mean']}
          rows={distribution.map(({ sectionId, title, position, bins, meanPercent }) => ({
            key: sectionId,
            cells: [
              `${position + 1}. ${title}`,
              ...bins.map((value) => count(value)),
              meanPercent === null ? none : percent(meanPercent),
            ],
          }))}
        />
      }
    />
  );
}

/** How long it takes from the first start to the pass. */
export function TimeToPass({ insights, csv }: { insights: Insights; csv: Csv }) {
  const { timeToPass } = insights;
  const longest = Math.max(1 / 60, ...timeToPass.map(({ p90Hours }) => p90Hours ?? 0));
  return (
    <ChartFrame
      title="Time to pass"
      note="From the first start of a section to passing it: half of those who passed were quicker than the median, nine in ten quicker than the longer bar."
      csv={csv}
      chart={
        <ol className="bars plain-list">
          {timeToPass.map(({ sectionId, title, position, learners, medianHours, p90Hours }) => (
            <li key={sectionId}>
              <span className="bars-name">
                {position + 1}. {title}
              </span>
              <Bar
                words={`${title}: median ${hours(medianHours)}, nine in ten within ${hours(p90Hours)}, of ${counted(learners, 'learner')}`}
                parts={[
                  { name: 'started', share: (p90Hours ?? 0) / longest },
                  { name: 'accent', share: (medianHours ?? 0) / longest },
                ]}
              />
              <span className="bars-number">{medianHours === null ? 'Nobody passed yet' : hours(medianHours)}</span>
            </li>
          ))}
        </ol>
      }
      table={
        <DataTable
          label="Time to pass by section"
          head={['Section', 'Learners', 'Median', 'Nine in ten within']}
          rows={timeToPass.map(({ sectionId, title, position, learners, medianHours, p90Hours }) => ({
            key: sectionId,
            cells: [`${position + 1}. ${title}`, count(learners), hours(medianHours), hours(p90Hours)],
          }))}
        />
      }
    />
  );
}
