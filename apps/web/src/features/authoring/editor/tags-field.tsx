import { useState } from 'react';

import { Line } from './inputs.js';

const tagsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

interface TagsFieldProps {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Tags as one line: what is being typed stays as typed, until the tags come to be others than it says. */
export function TagsField({ tags, onChange }: TagsFieldProps) {
  const [text, setText] = useState(tags.join(', '));
  const isSame = tagsOf(text).join('\n') === tags.join('\n');
  return (
    <Line
      label="Tags"
      field="tags"
      value={isSame ? text : tags.join(', ')}
      hint="Separated by commas; pools draw by them."
      onChange={(next) => {
        setText(next);
        onChange(tagsOf(next));
      }}
    />
  );
}
