import { useState } from 'react';

import { TextField } from '../../shared/ui/field.js';

const bytesMax = 2 * 1024 * 1024;

interface MarkdownSourceProps {
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
}

/** Markdown pasted or read from a file. */
export function MarkdownSource({ label, hint, value, onChange }: MarkdownSourceProps) {
  const [error, setError] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > bytesMax) {
      setError('The file is larger than 2 MB.');
      return;
    }
    setError(null);
    onChange(await file.text());
  };
  return (
    <div className="stack">
      <label className="field">
        <span className="field-label">File</span>
        <input
          type="file"
          className="input"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </label>
      <TextField
        label={label}
        hint={hint}
        error={error}
        className="code"
        rows={14}
        required
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
