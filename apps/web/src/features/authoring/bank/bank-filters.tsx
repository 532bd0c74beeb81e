import { useQuery } from '@tanstack/react-query';

import type { TagCounts } from '#libs/api-client';

import type { BankSearch } from '../../../shared/search-params.js';
import { api } from '../../../shared/session/session.js';
import { count, counted } from '../../../shared/text/numbers.js';
import { difficulties, difficultyWords, typeWords } from '../../../shared/text/questions.js';
import { Field, SelectField } from '../../../shared/ui/field.js';

export const tagsKey = (sectionId: string) => ['author', 'tags', sectionId];
const any = '';

/** What is in the section, counted; the first page of pools and filters alike. */
export function useTags(sectionId: string) {
  return useQuery({ queryKey: tagsKey(sectionId), queryFn: () => api.content.tags(sectionId) });
}

interface FiltersProps {
  sectionId: string;
  filter: BankSearch;
  onChange: (filter: BankSearch) => void;
}

function tagOptions(tags: TagCounts['tags'], chosen: string | undefined) {
  const known = tags.map(({ tag, count: of }) => ({ value: tag, label: `${tag} (${count(of)})` }));
  const isKnown = chosen === undefined || tags.some(({ tag }) => tag === chosen);
  return [{ value: any, label: 'Any tag' }, ...known, ...(isKnown ? [] : [{ value: chosen, label: chosen }])];
}

export function BankFilters({ sectionId, filter, onChange }: FiltersProps) {
  const tags = useTags(sectionId).data;
  const set = (change: BankSearch) => onChange({ ...filter, ...change });
  return (
    <div className="bank-filters">
      <Field
        label="Find in questions"
        type="search"
        value={filter.search ?? ''}
        onChange={(event) => set({ search: event.target.value || undefined })}
      />
      <SelectField
        label="Tag"
        value={filter.tag ?? any}
        options={tagOptions(tags?.tags ?? [], filter.tag)}
        onChange={(tag) => set({ tag: tag || undefined })}
      />
      <SelectField
        label="Type"
        value={filter.type ?? any}
        options={[
          { value: any, label: 'Any type' },
          ...(tags?.types ?? []).map(({ type, count: of }) => ({
            value: type,
            label: `${typeWords[type]} (${count(of)})`,
          })),
        ]}
        onChange={(value) => set({ type: tags?.types.find(({ type }) => type === value)?.type })}
      />
      <SelectField
        label="Difficulty"
        value={filter.difficulty ?? any}
        options={[
          { value: any, label: 'Any difficulty' },
          ...difficulties.map((value) => {
            const of = tags?.difficulties.find(({ difficulty }) => difficulty === value)?.count ?? 0;
            return { value, label: `${difficultyWords[value]} (${count(of)})` };
          }),
        ]}
        onChange={(value) => set({ difficulty: difficulties.find((one) => one === value) })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={filter.flagged === 'true'}
          onChange={(event) => set({ flagged: event.target.checked ? 'true' : undefined })}
        />
        Only what looks wrong or is challenged
      </label>
      {tags === undefined ? null : (
        <p className="muted small-text">{counted(tags.questions, 'question')} in the section.</p>
      )}
    </div>
  );
}
