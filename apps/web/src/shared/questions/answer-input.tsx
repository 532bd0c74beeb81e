import { ClozeInput } from './cloze-input.js';
import { EssayInput } from './essay-input.js';
import type { InputProps } from './input-props.js';
import { LineInput } from './line-input.js';
import { MatchingInput } from './matching-input.js';
import { OptionsInput } from './options-input.js';
import { OrderingInput } from './ordering-input.js';
import './questions.css';

/** The control for a question's type; every one works by keyboard alone. */
export function AnswerInput(props: InputProps) {
  switch (props.question.type) {
    case 'single_choice':
    case 'multiple_choice':
    case 'true_false':
      return <OptionsInput {...props} />;
    case 'short_text':
    case 'numeric':
      return <LineInput {...props} />;
    case 'matching':
      return <MatchingInput {...props} />;
    case 'ordering':
      return <OrderingInput {...props} />;
    case 'cloze':
      return <ClozeInput {...props} />;
    case 'essay':
      return <EssayInput {...props} />;
    default:
      return props.question.type satisfies never;
  }
}
