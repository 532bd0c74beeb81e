import type { Policy } from '#libs/api-client';

import { Field, SelectField } from '../../../shared/ui/field.js';
import { isNumberSetting, NumberControl, NumberField } from './number-settings.js';
import { PhaseTable } from './phase-table.js';
import { FixedQuestions } from './fixed-questions.js';
import { PoolEditor } from './pool-editor.js';
import { aggregations, reviews, type Change, type SettingName } from './settings.js';

export interface ControlProps {
  name: SettingName;
  policy: Policy;
  /** Null at the level of the course, where pools cannot be counted and no question be named. */
  sectionId: string | null;
  onChange: (change: Change) => void;
}

/** A local date and time as `datetime-local` writes it. */
function localTime(at: string | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const instant = (local: string): string => (local === '' ? 'none' : new Date(local).toISOString());

function Yes({ label, isChecked, onChange }: { label: string; isChecked: boolean; onChange: (is: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

function Practice({ policy, onChange }: Pick<ControlProps, 'policy' | 'onChange'>) {
  const { practice } = policy;
  return (
    <div className="stack">
      <Yes
        label="Offer practice"
        isChecked={Boolean(practice)}
        onChange={(is) => onChange({ practice: is ? { triesMax: 3, retryPenalty: '1/3' } : 'none' })}
      />
      {practice ? (
        <div className="two-fields">
          <NumberField
            label="Tries per question"
            min={1}
            max={10}
            value={practice.triesMax}
            onChange={(tries) => onChange({ practice: { ...practice, triesMax: tries ?? 1 } })}
          />
          <Field
            label="Each further try costs"
            hint="A share of the mark such as 1/3."
            defaultValue={practice.retryPenalty}
            onChange={(event) => onChange({ practice: { ...practice, retryPenalty: event.target.value } })}
          />
        </div>
      ) : null}
    </div>
  );
}

interface MomentProps extends Pick<ControlProps, 'policy' | 'onChange'> {
  name: 'opensAt' | 'closesAt';
}

function Moment({ name, policy, onChange }: MomentProps) {
  return (
    <Field
      label={name === 'opensAt' ? 'From' : 'Until'}
      type="datetime-local"
      hint={name === 'opensAt' ? 'In your time. Empty: at once.' : 'In your time. Empty: never.'}
      defaultValue={localTime(policy[name])}
      onChange={(event) => onChange({ [name]: instant(event.target.value) })}
    />
  );
}

/** The control of one setting. */
export function Control({ name, policy, sectionId, onChange }: ControlProps) {
  if (isNumberSetting(name)) return <NumberControl name={name} policy={policy} onChange={onChange} />;
  switch (name) {
    case 'aggregation':
      return (
        <SelectField
          label="The grade of the section is"
          value={policy.aggregation}
          options={aggregations}
          onChange={(value) =>
            onChange({ aggregation: aggregations.find((one) => one.value === value)?.value ?? 'best' })
          }
        />
      );
    case 'review':
      return (
        <SelectField
          label="When"
          value={policy.review}
          options={reviews}
          onChange={(value) =>
            onChange({ review: reviews.find((one) => one.value === value)?.value ?? 'after_submit' })
          }
        />
      );
    case 'shuffleQuestions':
      return (
        <Yes
          label="Every paper has its own order"
          isChecked={policy.shuffleQuestions}
          onChange={(shuffleQuestions) => onChange({ shuffleQuestions })}
        />
      );
    case 'shuffleOptions':
      return (
        <Yes
          label="Options stand in another order on every paper"
          isChecked={policy.shuffleOptions}
          onChange={(shuffleOptions) => onChange({ shuffleOptions })}
        />
      );
    case 'reviewPhases':
      return <PhaseTable phases={policy.reviewPhases} onChange={(reviewPhases) => onChange({ reviewPhases })} />;
    case 'practice':
      return <Practice policy={policy} onChange={onChange} />;
    case 'pools':
      return <PoolEditor sectionId={sectionId} pools={policy.pools ?? []} onChange={(pools) => onChange({ pools })} />;
    case 'fixedQuestions':
      return sectionId === null ? null : (
        <FixedQuestions
          sectionId={sectionId}
          ids={policy.fixedQuestions ?? []}
          onChange={(fixedQuestions) => onChange({ fixedQuestions })}
        />
      );
    case 'opensAt':
    case 'closesAt':
      return <Moment name={name} policy={policy} onChange={onChange} />;
    default:
      return name satisfies never;
  }
}
