import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type CSSProperties } from 'react';

import type { Dashboard, DashboardLearner, DashboardSection } from '#libs/api-client';

import { ago, date } from '../../shared/text/time.js';
import { Cell, cellId, placeWords } from './matrix-cell.js';
import { cellKey } from './merge.js';
import { useWalk } from './use-walk.js';
import { useWindow } from './use-window.js';

const rowHeight = 48;
const columnWidth = 112;
const fixedColumns = 3;

export interface Sorting {
  sort: string;
  isDescending: boolean;
  onSort: (sort: string) => void;
}

interface MatrixProps {
  dashboard: Dashboard;
  rows: readonly DashboardLearner[];
  sorting: Sorting;
  /** Cells that changed a moment ago. */
  fresh: ReadonlySet<string>;
}

interface HeadCellProps {
  id: string;
  label: string;
  sorting: Sorting;
  index: number;
  hint?: string;
  due?: string | null;
}

function HeadCell({ id, label, sorting, index, hint, due = null }: HeadCellProps) {
  const isSorted = sorting.sort === id;
  const direction = sorting.isDescending ? 'descending' : 'ascending';
  const isFixed = index <= fixedColumns;
  return (
    <th
      scope="col"
      aria-colindex={index}
      className={`matrix-head${isFixed ? ' matrix-fixed' : ''}`}
      aria-sort={isSorted ? direction : undefined}
    >
      <button type="button" onClick={() => sorting.onSort(id)} title={hint}>
        <span className="matrix-head-words">{label}</span>
        {isSorted ? <span aria-hidden="true">{sorting.isDescending ? '↓' : '↑'}</span> : null}
      </button>
      {due === null ? null : <span className="matrix-due muted">Due {date(due)}</span>}
    </th>
  );
}

interface RowProps {
  learner: DashboardLearner;
  sections: readonly DashboardSection[];
  columns: { from: number; to: number };
  index: number;
  /** Column of the current cell when it is in this row. */
  current: number | null;
  fresh: ReadonlySet<string>;
}

function Row({ learner, sections, columns, index, current, fresh }: RowProps) {
  const cells = new Map(learner.cells.map((cell) => [cell.sectionId, cell]));
  const after = sections.length - columns.to;
  return (
    <tr aria-rowindex={index + 2} className="matrix-row">
      <th scope="row" aria-colindex={1} className="matrix-name">
        <Link
          from="/cohorts/$id"
          to="/cohorts/$id/learners/$learner"
          params={(before) => ({ ...before, learner: learner.learnerId })}
          className="matrix-name-inner"
          title={learner.displayName}
        >
          {learner.displayName}
        </Link>
      </th>
      <td aria-colindex={2} className="cell">
        {learner.sectionsPassed}
        <span className="visually-hidden"> sections passed</span>
      </td>
      <td aria-colindex={3} className="cell cell-when" title={learner.lastActivityAt ?? undefined}>
        {learner.lastActivityAt === null ? 'never' : ago(learner.lastActivityAt)}
      </td>
      {columns.from === 0 ? null : <td aria-hidden="true" colSpan={columns.from} />}
      {sections.slice(columns.from, columns.to).map((section, at) => (
        <Cell
          key={section.sectionId}
          row={index}
          column={columns.from + at}
          isCurrent={columns.from + at === current}
          isFresh={fresh.has(cellKey(learner.learnerId, section.sectionId))}
          cell={cells.get(section.sectionId)}
          section={section}
        />
      ))}
      {after === 0 ? null : <td aria-hidden="true" colSpan={after} />}
    </tr>
  );
}

function Head({ sections, columns, sorting }: Pick<RowProps, 'sections' | 'columns'> & { sorting: Sorting }) {
  const after = sections.length - columns.to;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <HeadCell id="name" index={1} label="Learner" sorting={sorting} />
        <HeadCell id="passed" index={2} label="Passed" sorting={sorting} hint="Sections passed" />
        <HeadCell id="activity" index={3} label="Last seen" sorting={sorting} hint="Newest start, save or submit" />
        {columns.from === 0 ? null : <td aria-hidden="true" colSpan={columns.from} />}
        {sections.slice(columns.from, columns.to).map((section, at) => (
          <HeadCell
            key={section.sectionId}
            id={section.sectionId}
            index={columns.from + at + fixedColumns + 1}
            label={`${columns.from + at + 1}. ${section.title}`}
            sorting={sorting}
            hint={`${section.title}: grade in percent`}
            due={section.dueAt}
          />
        ))}
        {after === 0 ? null : <td aria-hidden="true" colSpan={after} />}
      </tr>
    </thead>
  );
}

/** Learners by sections. Only what is in sight is in the page, so thousands scroll as smoothly as ten. */
export function Matrix({ dashboard, rows, sorting, fresh }: MatrixProps) {
  const { sections } = dashboard;
  const navigate = useNavigate({ from: '/cohorts/$id' });
  const open = (row: number) => {
    const learner = rows[row]?.learnerId;
    if (learner === undefined) return;
    void navigate({ to: '/cohorts/$id/learners/$learner', params: (before) => ({ ...before, learner }) });
  };
  const { at, scroller, walk } = useWalk({
    rows: rows.length,
    columns: sections.length,
    rowHeight,
    columnWidth,
    onOpen: ([row]) => open(row),
  });
  const { rows: span, columns } = useWindow(
    scroller,
    { size: rowHeight, count: rows.length, overscan: 8 },
    { size: columnWidth, count: sections.length, overscan: 6 },
  );
  const [isWalking, setWalking] = useState(false);
  const width: CSSProperties & Record<'--sections', number> = { '--sections': sections.length };
  return (
    <div className="stack-tight">
      <div className="matrix-scroll" ref={scroller}>
        <table
          className="matrix"
          style={width}
          // A table whose cells are walked with arrows is a grid (ARIA patterns); its rows and cells follow.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          tabIndex={0}
          aria-label="Learners by section; arrow keys walk through the cells, Enter opens the learner"
          aria-rowcount={rows.length + 1}
          aria-colcount={sections.length + fixedColumns}
          aria-activedescendant={isWalking ? cellId(...at) : undefined}
          onKeyDown={walk}
          onFocus={(event) => setWalking(event.target === event.currentTarget)}
          onBlur={() => setWalking(false)}
        >
          <colgroup>
            <col className="matrix-col-name" />
            <col className="matrix-col-passed" />
            <col className="matrix-col-seen" />
            {sections.map(({ sectionId }) => (
              <col key={sectionId} className="matrix-col" />
            ))}
          </colgroup>
          <Head sections={sections} columns={columns} sorting={sorting} />
          <tbody>
            <tr aria-hidden="true" className="matrix-space" style={{ height: span.from * rowHeight }} />
            {rows.slice(span.from, span.to).map((learner, index) => (
              <Row
                key={learner.learnerId}
                learner={learner}
                sections={sections}
                columns={columns}
                index={span.from + index}
                current={isWalking && at[0] === span.from + index ? at[1] : null}
                fresh={fresh}
              />
            ))}
            <tr aria-hidden="true" className="matrix-space" style={{ height: (rows.length - span.to) * rowHeight }} />
          </tbody>
        </table>
      </div>
      <p className="muted small-text matrix-words" role="status">
        {isWalking ? placeWords(rows[at[0]], sections[at[1]]) : 'Numbers are the grades in percent.'}
      </p>
    </div>
  );
}
