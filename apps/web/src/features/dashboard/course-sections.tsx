import { Link } from '@tanstack/react-router';

import type { CourseOverview } from '#libs/api-client';

import { count, counted, percent, share } from '../../shared/text/numbers.js';
import { duration } from '../../shared/text/time.js';
import { Empty } from '../../shared/ui/states.js';
import { ChartFrame, DataTable } from './chart-frame.js';
import { Bar, Legend } from './charts.js';

type Section = CourseOverview['sections'][number];

const none = 'no figure yet';

function LossBars({ sections }: { sections: readonly Section[] }) {
  const widest = Math.max(1, ...sections.map(({ started }) => started));
  return (
    <>
      <Legend
        items={[
          { name: 'started', word: 'Started' },
          { name: 'passed', word: 'Passed' },
        ]}
      />
      <ol className="bars plain-list">
        {sections.map(({ sectionId, title, position, started, passed, lost }) => (
          <li key={sectionId}>
            <span className="bars-name">
              {position + 1}. {title}
            </span>
            <Bar
              words={`${title}: ${count(started)} started, ${count(passed)} passed, ${count(lost)} stopped here`}
              parts={[
                { name: 'started', share: started / widest },
                { name: 'passed', share: passed / widest },
              ]}
            />
            <span className="bars-number">{lost === 0 ? 'Nobody lost' : `${count(lost)} stopped here`}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Where a course loses its learners. */
export function CourseLosses({ overview, csv }: { overview: CourseOverview; csv: () => Promise<string> }) {
  const { sections } = overview;
  return (
    <ChartFrame
      title="Where people are lost"
      note="Stopped here: the newest activity in the course was in this section, two weeks ago or longer, without finishing it."
      csv={{ name: `${overview.title} sections`, load: csv }}
      chart={<LossBars sections={sections} />}
      table={
        <DataTable
          label="Sections of the course"
          head={[
            'Section',
            'Started',
            'Handed in',
            'Passed',
            'Pass rate',
            'Stopped here',
            'Mean',
            'Median time to pass',
          ]}
          rows={sections.map((section) => ({
            key: section.sectionId,
            cells: [
              `${section.position + 1}. ${section.title}`,
              count(section.started),
              count(section.submitted),
              count(section.passed),
              section.passRate === null ? none : share(section.passRate),
              count(section.lost),
              section.meanPercent === null ? none : percent(section.meanPercent),
              section.timeToPass.medianHours === null ? none : duration(section.timeToPass.medianHours * 3_600),
            ],
          }))}
        />
      }
    />
  );
}

function WorstIn({ section, courseId }: { section: Section; courseId: string }) {
  return (
    <li className="card stack-tight">
      <h3>
        <Link
          to="/author/courses/$id/sections/$section"
          params={{ id: courseId, section: section.sectionId }}
          search={{ tab: 'analysis' }}
        >
          {section.position + 1}. {section.title}
        </Link>
      </h3>
      <ul className="plain-list stack-tight">
        {section.worstQuestions.map(({ questionId, stemStart, attempts, facility, flags }) => (
          <li key={questionId} className="worst">
            <Link
              to="/author/courses/$id/sections/$section/questions/$question"
              params={{ id: courseId, section: section.sectionId, question: questionId }}
              search={{}}
            >
              {stemStart}
            </Link>
            <span className="muted small-text">
              {facility === null ? none : `${share(facility)} earned`}, {counted(attempts, 'answer')}
            </span>
            {flags.map(({ code, text }) => (
              <span key={code} className="tag tag-warning worst-flag">
                {text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Which questions fail, section by section. */
export function WorstQuestions({ overview }: { overview: CourseOverview }) {
  const sections = overview.sections.filter(({ worstQuestions }) => worstQuestions.length > 0);
  const unjudged = overview.sections.reduce((sum, { unjudgedQuestions }) => sum + unjudgedQuestions, 0);
  return (
    <section className="stack" aria-labelledby="worst">
      <h2 id="worst">Questions to look at</h2>
      <p className="muted">
        A question is judged from {count(overview.judgedFrom)} attempts on: before that, chance says more than the
        question.
        {unjudged === 0
          ? ''
          : ` ${counted(unjudged, 'question')} of this course ${unjudged === 1 ? 'has' : 'have'} fewer.`}
      </p>
      {sections.length === 0 ? (
        <Empty title="Too few answers yet">
          <p>When enough learners have answered, the questions that did worst are listed here, section by section.</p>
        </Empty>
      ) : (
        <ul className="plain-list stack">
          {sections.map((section) => (
            <WorstIn key={section.sectionId} section={section} courseId={overview.courseId} />
          ))}
        </ul>
      )}
    </section>
  );
}
