import type { Policy, TagCounts } from '#libs/api-client';

import { counted } from '../../../shared/text/numbers.js';
import { difficulties, difficultyWords } from '../../../shared/text/questions.js';
import { Field, SelectField } from '../../../shared/ui/field.js';
import { Icon } from '../../../shared/ui/icon.js';
import { useTags } from '../bank/bank-filters.js';

type Pool = NonNullable<Policy['pools']>[number];
const any = '';

/** How many questions a pool can draw from; null where only the server can tell (several tags). */
function available(pool: Pool, counts: TagCounts | undefined): number | null {
  const [tag, ...more] = pool.tags;
  if (counts === undefined || more.length > 0) return null;
  if (tag === undefined) {
    if (pool.difficulty === null) return counts.questions;
    return counts.difficulties.find(({ difficulty }) => difficulty === pool.difficulty)?.count ?? 0;
  }
  const known = counts.tags.find((one) => one.tag === tag);
  if (known === undefined) return counts.isComplete ? 0 : null;
  return pool.difficulty === null ? known.count : known[pool.difficulty];
}

function Availability({ pool, counts }: { pool: Pool; counts: TagCounts | undefined }) {
  const from = available(pool, counts);
  if (from === null) return null;
  if (from >= pool.count) return <p className="muted small-text">{counted(from, 'question')} to draw from.</p>;
  return (
    <p className="field-error">
      Only {counted(from, 'question')} to draw from; publishing would refuse {pool.count}.
    </p>
  );
}

interface PoolEditorProps {
  sectionId: string | null;
  pools: readonly Pool[];
  onChange: (pools: Pool[]) => void;
}

/** Questions drawn by tag and difficulty, each pool with how many there are. */
export function PoolEditor({ sectionId, pools, onChange }: PoolEditorProps) {
  return (
    <div className="stack">
      {sectionId === null ? <p className="muted small-text">Each section draws from its own questions.</p> : null}
      {sectionId === null ? (
        <Pools pools={pools} counts={undefined} onChange={onChange} />
      ) : (
        <CountedPools sectionId={sectionId} pools={pools} onChange={onChange} />
      )}
      <div>
        <button
          type="button"
          className="button small"
          disabled={pools.length >= 20}
          onClick={() => onChange([...pools, { tags: [], difficulty: null, count: 1 }])}
        >
          <Icon name="plus" size={18} /> Add pool
        </button>
      </div>
    </div>
  );
}

function CountedPools({ sectionId, ...props }: Omit<PoolEditorProps, 'sectionId'> & { sectionId: string }) {
  return <Pools {...props} counts={useTags(sectionId).data} />;
}

interface PoolsProps {
  pools: readonly Pool[];
  counts: TagCounts | undefined;
  onChange: (pools: Pool[]) => void;
}

function Pools({ pools, counts, onChange }: PoolsProps) {
  return (
    <ol className="plain-list stack">
      {pools.map((pool, index) => {
        const set = (change: Partial<Pool>) => onChange(pools.with(index, { ...pool, ...change }));
        return (
          <li key={index}>
            <div className="pool" role="group" aria-label={`Pool ${index + 1}`}>
              <Field
                label={`Pool ${index + 1} draws`}
                type="number"
                min={1}
                max={500}
                value={pool.count}
                onChange={(event) => set({ count: Math.max(1, Math.round(Number(event.target.value)) || 1) })}
              />
              <Field
                label="With all of these tags"
                list={`tags-${index}`}
                defaultValue={pool.tags.join(', ')}
                hint="Separated by commas. Empty: any."
                onChange={(event) =>
                  set({
                    tags: event.target.value
                      .split(',')
                      .map((tag) => tag.trim())
                      .filter((tag) => tag !== ''),
                  })
                }
              />
              <datalist id={`tags-${index}`}>
                {(counts?.tags ?? []).map(({ tag, count }) => (
                  <option key={tag} value={tag}>
                    {counted(count, 'question')}
                  </option>
                ))}
              </datalist>
              <SelectField
                label="Difficulty"
                value={pool.difficulty ?? any}
                options={[
                  { value: any, label: 'Any' },
                  ...difficulties.map((value) => ({ value, label: difficultyWords[value] })),
                ]}
                onChange={(value) => set({ difficulty: difficulties.find((one) => one === value) ?? null })}
              />
              <button
                type="button"
                className="button small"
                aria-label={`Take out pool ${index + 1}`}
                onClick={() => onChange(pools.toSpliced(index, 1))}
              >
                Take out
              </button>
              <Availability pool={pool} counts={counts} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
