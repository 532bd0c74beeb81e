import type { DashboardCell, DashboardLearner, DashboardSection } from '#libs/api-client';

import { counted, percent } from '../../shared/text/numbers.js';
import { ago } from '../../shared/text/time.js';
import { Icon, type IconName } from '../../shared/ui/icon.js';
import { stateWords } from './learner-rows.js';

const shapes: Record<DashboardCell['state'], IconName | null> = {
  none: null,
  in_progress: 'half',
  submitted: 'clock',
  failed: 'cross',
  passed: 'check',
};

export const cellId = (row: number, column: number) => `cell-${row}-${column}`;

/** Everything that is known of a cell, in words. */
export function cellWords(cell: DashboardCell | undefined): string {
  const parts = [stateWords[cell?.state ?? 'none']];
  if (cell?.percent !== undefined && cell.percent !== null) parts.push(percent(cell.percent));
  parts.push(counted(cell?.attempts ?? 0, 'attempt'));
  const last = cell?.lastActivityAt ?? null;
  if (last !== null) parts.push(`last active ${ago(last)}`);
  return parts.join(', ');
}

/** The line under the matrix for the cell that the keys are at. */
export function placeWords(learner: DashboardLearner | undefined, section: DashboardSection | undefined): string {
  if (learner === undefined || section === undefined) return '';
  const cell = learner.cells.find(({ sectionId }) => sectionId === section.sectionId);
  return `${learner.displayName}, ${section.title}: ${cellWords(cell)}`;
}

interface CellProps {
  row: number;
  column: number;
  isCurrent: boolean;
  isFresh: boolean;
  cell: DashboardCell | undefined;
  section: DashboardSection;
}

/** A shape and a score; colour only repeats them. */
export function Cell({ row, column, isCurrent, isFresh, cell, section }: CellProps) {
  const state = cell?.state ?? 'none';
  const shape = shapes[state];
  const best = cell?.percent ?? null;
  const words = `${section.title}: ${cellWords(cell)}`;
  const marks = `${isCurrent ? ' is-current' : ''}${isFresh ? ' is-fresh' : ''}`;
  return (
    <td id={cellId(row, column)} aria-colindex={column + 4} className={`cell cell-${state}${marks}`} title={words}>
      <span className="cell-inner">
        {shape === null ? null : <Icon name={shape} size={14} />}
        <span aria-hidden="true">{best === null ? (state === 'none' ? '·' : '') : Math.round(best)}</span>
        <span className="visually-hidden">
          {words}
          {isFresh ? ', just changed' : ''}
        </span>
      </span>
    </td>
  );
}
