import type { ReactNode } from 'react';

import { fieldError } from '../../../shared/text/problem.js';
import { settingNames, sourceWords, type Level, type SettingName, type Source } from './settings.js';

interface SettingProps {
  name: SettingName;
  level: Level;
  source: Source;
  /** What holds now, in words. */
  now: string;
  isChanged: boolean;
  error: unknown;
  /** Sets it at this level, to what holds now. */
  onOwn: () => void;
  /** Gives it back to the level above; at the next saving. */
  onInherit: () => void;
  children: ReactNode;
}

/** One setting with where it comes from; set here, it can be given back. */
export function Setting({ name, level, source, now, isChanged, error, onOwn, onInherit, children }: SettingProps) {
  const isOwn = source === level;
  const title = settingNames[name];
  const refusal = fieldError(error, `policy/${name}`);
  return (
    <div className="setting" role="group" aria-label={title}>
      <div className="row setting-head">
        <h3>{title}</h3>
        <span className={`tag${isOwn ? ' tag-accent' : ''}`}>{isOwn ? 'Set here' : sourceWords[source]}</span>
        {isChanged ? <span className="tag tag-warning">Not saved</span> : null}
        {isOwn ? (
          <button
            type="button"
            className="button small quiet"
            aria-label={`Inherit again: ${title}`}
            onClick={onInherit}
          >
            Inherit again
          </button>
        ) : (
          <button type="button" className="button small quiet" aria-label={`Change here: ${title}`} onClick={onOwn}>
            Change here
          </button>
        )}
      </div>
      {isOwn ? children : <p className="muted">{now}</p>}
      {refusal === null ? null : <p className="field-error">{refusal}</p>}
    </div>
  );
}
