import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';

import { ApiProblem, type Policy } from '#libs/api-client';

import { Icon } from '../../../shared/ui/icon.js';
import { useLeaveWarning } from '../../../shared/ui/leave-warning.js';
import { ErrorNote } from '../../../shared/ui/states.js';
import { Control } from './controls.js';
import { Setting } from './setting.js';
import { settingWords, withChange, type Change, type Level, type SettingName, type Source } from './settings.js';
import './policy.css';

const groups: readonly { title: string; names: readonly SettingName[] }[] = [
  { title: 'Passing', names: ['passMark', 'aggregation', 'attemptsMax', 'cooldownSeconds'] },
  { title: 'Time', names: ['timeLimitSeconds', 'opensAt', 'closesAt'] },
  { title: 'The paper', names: ['pools', 'fixedQuestions', 'drawCount', 'shuffleQuestions', 'shuffleOptions'] },
  { title: 'Review and practice', names: ['review', 'reviewPhases', 'practice'] },
  { title: 'Badges that expire', names: ['credentialValidDays', 'renewalDrawCount'] },
];

function Refusal({ error }: { error: unknown }) {
  if (error instanceof ApiProblem && error.status === 412) {
    return (
      <div className="note note-warning" role="alert">
        <Icon name="warn" />
        <p>Someone changed this meanwhile. Reload the page, then change it again; nothing was overwritten.</p>
      </div>
    );
  }
  const reasons = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return (
    <>
      <ErrorNote error={error} />
      {reasons.length === 0 ? null : (
        <ul>
          {reasons.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              {pointer.replace(/^[#/]*policy\//, '')}: {detail}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface PolicyEditorProps {
  level: Level;
  /** What holds now, complete. */
  policy: Policy;
  sources: Record<SettingName, Source>;
  version: number;
  sectionId: string | null;
  /** Settings that this level has not. */
  without?: readonly SettingName[];
  save: (version: number, change: Change) => Promise<{ version: number }>;
  /** What is to be known, above the settings. */
  children?: ReactNode;
}

/** Every setting with where it comes from; what is set here can be given back to the level above. */
export function PolicyEditor({
  level,
  policy,
  sources,
  sectionId,
  without = [],
  save,
  children,
  ...given
}: PolicyEditorProps) {
  const queries = useQueryClient();
  const [change, setChange] = useState<Change>({});
  // The version this form was filled from: a refetch in between must not hide that someone else changed it.
  const [version, setVersion] = useState(given.version);
  const saving = useMutation({
    mutationFn: () => save(version, change),
    onSuccess: async (saved) => {
      setVersion(saved.version);
      await queries.invalidateQueries({ queryKey: ['author', 'course'] });
      setChange({});
    },
  });
  useLeaveWarning(Object.keys(change).length > 0 && !saving.isPending);
  const shown = withChange(policy, change);
  const sourceOf = (name: SettingName): Source => {
    if (!(name in change)) return sources[name];
    return change[name] === null ? (level === 'section' ? 'course' : 'default') : level;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const nowOf = (name: SettingName) => {
    if (change[name] === null) return 'As the level above says, once saved';
    return settingWords(shown, name);
  };
  return (
    <form className="stack policy" onSubmit={submit}>
      {children}
      {groups.map(({ title, names }) => (
        <section key={title} className="card stack" aria-label={title}>
          <h2>{title}</h2>
          {names
            .filter((name) => !without.includes(name))
            .map((name) => (
              <Setting
                key={name}
                name={name}
                level={level}
                source={sourceOf(name)}
                now={nowOf(name)}
                isChanged={name in change}
                error={saving.error}
                onOwn={() => setChange({ ...change, ...ownValue(shown, name) })}
                onInherit={() => setChange({ ...change, [name]: null })}
              >
                <Control
                  name={name}
                  policy={shown}
                  sectionId={sectionId}
                  onChange={(next) => {
                    setChange((before) => ({ ...before, ...next }));
                    saving.reset();
                  }}
                />
              </Setting>
            ))}
        </section>
      ))}
      {saving.isError ? <Refusal error={saving.error} /> : null}
      <div className="row">
        <button type="submit" className="button primary" disabled={saving.isPending}>
          {saving.isPending ? 'Saving' : 'Save policy'}
        </button>
        {saving.isSuccess ? (
          <p role="status" className="row">
            <Icon name="check" size={18} /> Saved. It counts from the next publication on.
          </p>
        ) : null}
      </div>
    </form>
  );
}

/** What holds now, as this level would say it itself. */
function ownValue(policy: Policy, name: SettingName): Change {
  const value = policy[name];
  if (name === 'pools' || name === 'fixedQuestions') return { [name]: value ?? [] };
  return { [name]: value ?? 'none' };
}
