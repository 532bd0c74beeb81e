import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';

import type { GradedVersion, Regrade, RegradeRequest } from '#libs/api-client';

import { api } from '../../shared/session/session.js';
import { counted } from '../../shared/text/numbers.js';
import { fieldError } from '../../shared/text/problem.js';
import { stemLine } from '../../shared/text/questions.js';
import { Empty, ErrorNote, QueryView, Skeleton } from '../../shared/ui/states.js';
import { formText, TextField } from '../../shared/ui/field.js';
import { policies } from './words.js';
import './regrade.css';

interface NewRegradeProps {
  sectionId: string;
  questionId: string;
  onMade: (regrade: Regrade) => void;
}

interface RadioProps<Value extends string> {
  legend: string;
  name: string;
  value: Value;
  options: readonly { value: Value; label: string; hint?: string }[];
  onChange: (value: Value) => void;
}

function RadioGroup<Value extends string>({ legend, name, value, options, onChange }: RadioProps<Value>) {
  return (
    <fieldset className="radios">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="check">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            {option.label}
            {option.hint === undefined ? null : <span className="field-hint radio-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function versionHint({ attempts, publications, isLive }: GradedVersion): string {
  const where = publications.length === 0 ? '' : `, publication ${publications.join(', ')}`;
  return `${counted(attempts, 'attempt')} with it${where}${isLive ? '; live now' : ''}`;
}

function RegradeForm({ sectionId, questionId, versions, onMade }: NewRegradeProps & { versions: GradedVersion[] }) {
  const queries = useQueryClient();
  const newest = Math.max(...versions.map(({ version }) => version));
  const [toVersion, setToVersion] = useState(String(newest));
  const [policy, setPolicy] = useState<RegradeRequest['policy']>('keep_better');
  const [credentials, setCredentials] = useState<'suspend' | 'keep'>('suspend');
  const make = useMutation({
    mutationFn: (reason: string) =>
      api.quiz.makeRegrade(sectionId, { questionId, toVersion: Number(toVersion), policy, credentials, reason }),
    onSuccess: async (regrade) => {
      await queries.invalidateQueries({ queryKey: ['regrades', sectionId] });
      onMade(regrade);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    make.mutate(formText(new FormData(event.currentTarget), 'reason').trim());
  };
  return (
    <form className="form form-wide" onSubmit={submit}>
      <RadioGroup
        legend="Grade by"
        name="version"
        value={toVersion}
        options={versions.map((item) => ({
          value: String(item.version),
          label: `Version ${item.version}: ${stemLine(item.stemStart)}`,
          hint: versionHint(item),
        }))}
        onChange={setToVersion}
      />
      <RadioGroup
        legend="What becomes of scores"
        name="policy"
        value={policy}
        options={policies}
        onChange={setPolicy}
      />
      <RadioGroup
        legend="Badges and certificates that are not earned any more"
        name="credentials"
        value={credentials}
        options={[
          { value: 'suspend', label: 'Are suspended' },
          { value: 'keep', label: 'Stay with their holders' },
        ]}
        onChange={setCredentials}
      />
      <TextField
        label="Reason"
        name="reason"
        required
        maxLength={500}
        rows={3}
        hint="Learners whose score changes read it."
        error={fieldError(make.error, 'reason')}
      />
      {make.isError ? <ErrorNote error={make.error} /> : null}
      <div className="row">
        <button type="submit" className="button primary" disabled={make.isPending}>
          {make.isPending ? 'Starting' : 'Start the dry run'}
        </button>
        <span className="muted small-text">No grade changes before you apply it.</span>
      </div>
    </form>
  );
}

/** By which version, how, and why: then a dry run says what would change. */
export function NewRegrade(props: NewRegradeProps) {
  const { sectionId, questionId } = props;
  const versions = useQuery({
    queryKey: ['graded-versions', sectionId, questionId],
    queryFn: () => api.quiz.gradedVersions(sectionId, questionId),
  });
  return (
    <QueryView query={versions} skeleton={<Skeleton kind="card" rows={2} />}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="This question was never published">
            <p>
              There is nothing to grade anew. Publish the course first; a correction is published before a regrade too.
            </p>
          </Empty>
        ) : (
          <RegradeForm key={items.length} {...props} versions={items} />
        )
      }
    </QueryView>
  );
}
