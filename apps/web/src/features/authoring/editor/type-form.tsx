import { ClozeForm } from './cloze-form.js';
import type { Draft } from './draft.js';
import { EssayForm } from './essay-form.js';
import { MatchingForm, OrderingForm } from './matching-form.js';
import { NumericForm } from './number-form.js';
import { MultipleChoiceForm, SingleChoiceForm, TrueFalseForm } from './options-form.js';
import { ShortTextForm } from './text-form.js';

interface TypeFormProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The part of the form that only this type of question has. */
export function TypeForm({ draft, onChange }: TypeFormProps) {
  switch (draft.type) {
    case 'single_choice':
      return <SingleChoiceForm draft={draft} onChange={onChange} />;
    case 'multiple_choice':
      return <MultipleChoiceForm draft={draft} onChange={onChange} />;
    case 'true_false':
      return <TrueFalseForm draft={draft} onChange={onChange} />;
    case 'short_text':
      return <ShortTextForm draft={draft} onChange={onChange} />;
    case 'numeric':
      return <NumericForm draft={draft} onChange={onChange} />;
    case 'matching':
      return <MatchingForm draft={draft} onChange={onChange} />;
    case 'ordering':
      return <OrderingForm draft={draft} onChange={onChange} />;
    case 'cloze':
      return <ClozeForm draft={draft} onChange={onChange} />;
    case 'essay':
      return <EssayForm draft={draft} onChange={onChange} />;
    default:
      return draft satisfies never;
  }
}
