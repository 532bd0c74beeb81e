import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';

import type { Dashboard } from '#libs/api-client';

import { cellStates, cohortFilters, type CohortSearch } from '../../shared/search-params.js';
import { counted } from '../../shared/text/numbers.js';
import { Field, SelectField } from '../../shared/ui/field.js';
import { Empty } from '../../shared/ui/states.js';
import { filterWords, learnerRows, stateWords } from './learner-rows.js';
import { Matrix } from './matrix.js';

interface FiltersProps {
  dashboard: Dashboard;
  search: CohortSearch;
  onChange: (change: CohortSearch) => void;
}

function Filters({ dashboard, search, onChange }: FiltersProps) {
  return (
    <div className="filters">
      <Field
        label="Find a learner"
        type="search"
        value={search.search ?? ''}
        onChange={(event) => onChange({ search: event.target.value || undefined })}
      />
      <SelectField
        label="Show"
        value={search.filter ?? ''}
        onChange={(value) => onChange({ filter: cohortFilters.find((filter) => filter === value) })}
        options={[
          { value: '', label: 'Everyone' },
          ...cohortFilters.map((value) => ({ value, label: filterWords[value] })),
        ]}
      />
      <SelectField
        label="State"
        value={search.state ?? ''}
        onChange={(value) => onChange({ state: cellStates.find((state) => state === value) })}
        options={[
          { value: '', label: 'Any state' },
          ...cellStates.map((value) => ({ value, label: stateWords[value] })),
        ]}
      />
      {search.state === undefined ? null : (
        <SelectField
          label="In section"
          value={search.section ?? ''}
          onChange={(value) => onChange({ section: value || undefined })}
          options={[
            { value: '', label: 'Any section' },
            ...dashboard.sections.map(({ sectionId, title }, at) => ({
              value: sectionId,
              label: `${at + 1}. ${title}`,
            })),
          ]}
        />
      )}
    </div>
  );
}

const everyone = { search: undefined, filter: undefined, state: undefined, section: undefined };

/** The matrix with its filters; all of them are in the address. */
export function LearnerBoard({ dashboard, fresh }: { dashboard: Dashboard; fresh: ReadonlySet<string> }) {
  const search = useSearch({ from: '/cohorts/$id' });
  const navigate = useNavigate({ from: '/cohorts/$id' });
  const change = (next: CohortSearch) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true, resetScroll: false });
  const wanted = useDeferredValue(search);
  const rows = useMemo(() => learnerRows(dashboard, wanted), [dashboard, wanted]);
  const sort = search.sort ?? 'name';
  const isDescending = search.order === 'desc';
  const onSort = (id: string) => {
    // Names begin at A; of numbers the highest is what is looked for.
    const descends = sort === id ? !isDescending : id !== 'name';
    change({ sort: id === 'name' ? undefined : id, order: descends ? 'desc' : undefined });
  };
  return (
    <section className="stack" aria-labelledby="matrix">
      <h2 id="matrix">Learners</h2>
      <Filters dashboard={dashboard} search={search} onChange={change} />
      {rows.length === dashboard.learners.length ? null : (
        <p className="muted small-text" role="status">
          {counted(rows.length, 'learner')} of {dashboard.learners.length}
        </p>
      )}
      {rows.length === 0 ? (
        <Empty title="Nobody matches">
          <button type="button" className="button" onClick={() => change(everyone)}>
            Show everyone
          </button>
        </Empty>
      ) : (
        <Matrix dashboard={dashboard} rows={rows} sorting={{ sort, isDescending, onSort }} fresh={fresh} />
      )}
    </section>
  );
}
