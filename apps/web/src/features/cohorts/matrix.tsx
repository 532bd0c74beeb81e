import { Link } from '@tanstack/react-router';
import { useRef, useState, type KeyboardEvent } from 'react';

import type { Dashboard, DashboardCell, DashboardLearner, DashboardSection } from '#libs/api-client';

import { counted, percent } from '../../shared/text/numbers.js';
import { ago } from '../../shared/text/time.js';
import { Icon, type IconName } from '../../shared/ui/icon.js';
import { isStuck } from './learner-rows.js';
import { useWindow } from './use-window.js';

const rowHeight = 48;

const marks: Record<DashboardCell['state'], { icon: IconName | null; word: string }> = {
  none: { icon: null, word: 'not started' },
  in_progress: { icon: 'half', word: 'in progress' },
  submitted: { icon: 'clock', word: 'waiting for marks' },
  failed: { icon: 'cross', word: 'not passed yet' },
  passed: { icon: 'check', word: 'passed' },
};

export interface Sorting {
  sort: string;
  isDescending: boolean;
  onSort: (sort: string) => void;
}

interface MatrixProps {
  dashboard: Dashboard;
  rows: readonly DashboardLearner[];
  sorting: Sorting;
}

function HeadCell({ id, label, sorting, hint }: { id: string; label: string; sorting: Sorting; hint?: string }) {
  const isSorted = sorting.sort === id;
  const direction = sorting.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={`matrix-head matrix-head-${id}`} aria-sort={isSorted ? direction : undefined}>
      <button type="button" onClick={() => sorting.onSort(id)} title={hint}>
        <span>{label}</span>
        {isSorted ? <span aria-hidden="true">{sorting.isDescending ? '↓' : '↑'}</span> : null}
      </button>
    </th>
  );
}

const cellId = (row: number, column: number) => `cell-${row}-${column}`;

interface CellProps {
  id: string;
  isCurrent: boolean;
  cell: DashboardCell | undefined;
  section: DashboardSection;
}

function Cell({ id, isCurrent, cell, section }: CellProps) {
  const state = cell?.state ?? 'none';
  const { icon, word } = marks[state];
  const best = cell?.percent ?? null;
  const words = [
    `${section.title}: ${word}`,
    best === null ? null : percent(best),
    cell === undefined || cell.attempts === 0 ? null : counted(cell.attempts, 'attempt'),
  ]
    .filter((part) => part !== null)
    .join(', ');
  return (
    <td id={id} className={`cell cell-${state}${isCurrent ? ' is-current' : ''}`} title={words}>
      <span className="cell-inner">
        {icon === null ? null : <Icon name={icon} size={14} />}
        <span aria-hidden="true">{best === null ? (state === 'none' ? '·' : '') : Math.round(best)}</span>
        <span className="visually-hidden">{words}</span>
      </span>
    </td>
  );
}

interface RowProps {
  learner: DashboardLearner;
  sections: readonly DashboardSection[];
  index: number;
  /** Column of the current cell when it is in this row. */
  current: number | null;
}

function Row({ learner, sections, index, current }: RowProps) {
  const cells = new Map(learner.cells.map((cell) => [cell.sectionId, cell]));
  return (
    <tr aria-rowindex={index + 2} className="matrix-row">
      <th scope="row" className="matrix-name">
        <Link
          from="/cohorts/$id"
          to="/cohorts/$id/learners/$learner"
          params={(before) => ({ ...before, learner: learner.learnerId })}
          className="matrix-name-inner"
          title={learner.displayName}
        >
          {learner.displayName}
        </Link>
        {isStuck(learner) ? <span className="tag tag-warning">Stuck</span> : null}
      </th>
      <td className="cell">
        {learner.sectionsPassed}
        <span className="visually-hidden"> sections passed</span>
      </td>
      <td className="cell cell-when" title={learner.lastActivityAt ?? undefined}>
        {learner.lastActivityAt === null ? 'never' : ago(learner.lastActivityAt)}
      </td>
      {sections.map((section, column) => (
        <Cell
          key={section.sectionId}
          id={cellId(index, column)}
          isCurrent={column === current}
          cell={cells.get(section.sectionId)}
          section={section}
        />
      ))}
    </tr>
  );
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** One cell is the current one: arrows walk it and the scroller follows. */
function useWalk(rows: readonly DashboardLearner[], sections: readonly DashboardSection[]) {
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const scroller = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || rows.length === 0 || scroller.current === null) return;
    const step = steps[event.key];
    const edge = event.key === 'Home' ? 0 : event.key === 'End' ? sections.length - 1 : undefined;
    if (step === undefined && edge === undefined) return;
    event.preventDefault();
    const clamp = (value: number, max: number) => Math.max(0, Math.min(max, value));
    const next: [number, number] = [
      clamp(at[0] + (step?.[0] ?? 0), rows.length - 1),
      edge ?? clamp(at[1] + (step?.[1] ?? 0), sections.length - 1),
    ];
    setAt(next);
    follow(scroller.current, next);
  };
  return { at, scroller, walk };
}

function follow(scroller: HTMLElement, [row, column]: [number, number]): void {
  const head = scroller.querySelector('thead')?.getBoundingClientRect().height ?? 0;
  const top = row * rowHeight;
  const visible = scroller.clientHeight - head - rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top > scroller.scrollTop + visible) scroller.scrollTop = top - visible;
  const name = scroller.querySelector('.matrix-name')?.getBoundingClientRect().width ?? 0;
  const cell = scroller.querySelectorAll('thead th')[column + 3];
  if (!(cell instanceof HTMLElement)) return;
  if (cell.offsetLeft < scroller.scrollLeft + name) scroller.scrollLeft = cell.offsetLeft - name;
  const right = cell.offsetLeft + cell.offsetWidth;
  if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}

function cellWords(learner: DashboardLearner | undefined, section: DashboardSection | undefined): string {
  if (learner === undefined || section === undefined) return '';
  const cell = learner.cells.find(({ sectionId }) => sectionId === section.sectionId);
  const best = cell?.percent ?? null;
  const tail = [best === null ? null : percent(best), counted(cell?.attempts ?? 0, 'attempt')];
  const facts = tail.filter((part) => part !== null).join(', ');
  return `${learner.displayName}, ${section.title}: ${marks[cell?.state ?? 'none'].word}, ${facts}`;
}

/** Learners by sections. Only the rows in sight are in the page, so thousands scroll as smoothly as ten. */
export function Matrix({ dashboard, rows, sorting }: MatrixProps) {
  const { sections } = dashboard;
  const { at, scroller, walk } = useWalk(rows, sections);
  const { from, to } = useWindow(scroller, rowHeight, rows.length);
  const [isWalking, setWalking] = useState(false);
  return (
    <div className="stack-tight">
      <div className="matrix-scroll" ref={scroller}>
        <table
          className="matrix"
          // A table whose cells are walked with arrows is a grid (ARIA patterns); its rows and cells follow.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          tabIndex={0}
          aria-label="Learners by section; arrow keys walk through the cells"
          aria-rowcount={rows.length + 1}
          aria-activedescendant={isWalking ? cellId(...at) : undefined}
          onKeyDown={walk}
          onFocus={(event) => setWalking(event.target === event.currentTarget)}
          onBlur={() => setWalking(false)}
        >
          <thead>
            <tr aria-rowindex={1}>
              <HeadCell id="name" label="Learner" sorting={sorting} />
              <HeadCell id="passed" label="Passed" sorting={sorting} hint="Sections passed" />
              <HeadCell id="activity" label="Last seen" sorting={sorting} hint="Newest start, save or submit" />
              {sections.map((section, index) => (
                <HeadCell
                  key={section.sectionId}
                  id={section.sectionId}
                  label={`${index + 1}. ${section.title}`}
                  sorting={sorting}
                  hint={`${section.title}: grade in percent`}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <tr aria-hidden="true" className="matrix-space" style={{ height: from * rowHeight }} />
            {rows.slice(from, to).map((learner, index) => (
              <Row
                key={learner.learnerId}
                learner={learner}
                sections={sections}
                index={from + index}
                current={isWalking && at[0] === from + index ? at[1] : null}
              />
            ))}
            <tr aria-hidden="true" className="matrix-space" style={{ height: (rows.length - to) * rowHeight }} />
          </tbody>
        </table>
      </div>
      <p className="muted small-text matrix-words" role="status">
        {isWalking ? cellWords(rows[at[0]], sections[at[1]]) : 'Numbers are the grades in percent.'}
      </p>
    </div>
  );
}
