import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { DashboardSection } from '#libs/api-client';

import { count, percent, share } from '../../shared/text/numbers.js';

function Bars({ sections, learners }: { sections: readonly DashboardSection[]; learners: number }) {
  const width = (value: number) => `${learners === 0 ? 0 : (value / learners) * 100}%`;
  return (
    <ol className="bars plain-list">
      {sections.map((section, index) => (
        <li key={section.sectionId} title={`${section.title}: ${section.passed} passed of ${section.started} started`}>
          <span className="bars-name">
            {index + 1}. {section.title}
          </span>
          <span className="bars-track" aria-hidden="true">
            <span className="bars-started" style={{ width: width(section.started) }} />
            <span className="bars-passed" style={{ width: width(section.passed) }} />
          </span>
          <span className="bars-number">
            {count(section.passed)} passed, {count(section.started)} started
          </span>
        </li>
      ))}
    </ol>
  );
}

function BarsTable({ sections }: { sections: readonly DashboardSection[] }) {
  return (
    <div className="table-scroll" role="region" aria-label="Table of passes per section" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Section</th>
            <th scope="col" className="number">
              Started
            </th>
            <th scope="col" className="number">
              Passed
            </th>
            <th scope="col" className="number" title="Passed of started">
              Pass rate
            </th>
            <th scope="col" className="number" title="Mean of each learner's best score">
              Mean best
            </th>
          </tr>
        </thead>
        <tbody>
          {sections.map((section, index) => (
            <tr key={section.sectionId}>
              <th scope="row">
                <Link
                  from="/cohorts/$id"
                  to="/cohorts/$id/sections/$section"
                  params={(before) => ({ ...before, section: section.sectionId })}
                  search={{}}
                >
                  {index + 1}. {section.title}
                </Link>
              </th>
              <td className="number">{count(section.started)}</td>
              <td className="number">{count(section.passed)}</td>
              <td className="number">{section.passRate === null ? 'none' : share(section.passRate)}</td>
              <td className="number">{section.meanPercent === null ? 'none' : percent(section.meanPercent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many got through each section: bars, and the same data as a table. */
export function SectionBars({ sections, learners }: { sections: readonly DashboardSection[]; learners: number }) {
  const [isTable, setTable] = useState(false);
  return (
    <section className="stack" aria-labelledby="bars">
      <div className="row">
        <h2 id="bars">Passes per section</h2>
        <button type="button" className="button small" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? 'Show as bars' : 'Show as table'}
        </button>
      </div>
      {isTable ? <BarsTable sections={sections} /> : <Bars sections={sections} learners={learners} />}
    </section>
  );
}
