import { useState } from 'react';

import type { PeriodSearch } from '../../shared/search-params.js';
import { Field } from '../../shared/ui/field.js';

const dayMs = 86_400_000;
const lengths = [7, 30, 90] as const;
/** What the server takes when nothing is said. */
const lengthUnsaid = 30;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

interface PeriodPickerProps {
  period: PeriodSearch;
  onChange: (period: PeriodSearch) => void;
}

/** Which days the figures are about, in the address of the page. */
export function PeriodPicker({ period, onChange }: PeriodPickerProps) {
  const [now] = useState(Date.now);
  const today = dayOf(now);
  const first = (days: number) => dayOf(now - (days - 1) * dayMs);
  const from = period.from ?? first(lengthUnsaid);
  const to = period.to ?? today;
  return (
    <div className="period" role="group" aria-label="Period">
      <Field
        label="From"
        type="date"
        value={from}
        max={to}
        onChange={(event) => onChange({ from: event.target.value || undefined, to: period.to })}
      />
      <Field
        label="To"
        type="date"
        value={to}
        min={from}
        max={today}
        onChange={(event) => onChange({ from, to: event.target.value || undefined })}
      />
      <div className="row">
        {lengths.map((days) => {
          const isCurrent = to === today && from === first(days);
          return (
            <button
              key={days}
              type="button"
              className="button"
              aria-pressed={isCurrent}
              onClick={() => onChange({ from: days === lengthUnsaid ? undefined : first(days), to: undefined })}
            >
              {days} days
            </button>
          );
        })}
      </div>
    </div>
  );
}
