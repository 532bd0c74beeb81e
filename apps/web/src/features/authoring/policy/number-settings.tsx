import type { Policy } from '#libs/api-client';

import { Field } from '../../../shared/ui/field.js';
import type { Change } from './settings.js';

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number | null;
  /** What one of the field is in the unit of the setting, such as 60 for minutes. */
  scale?: number;
  min?: number;
  max: number;
  onChange: (value: number | null) => void;
}

/** Empty means none; a number may have decimals where a scale rounds them away. */
export function NumberField({ label, hint, value, scale = 1, min = 0, max, onChange }: NumberFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      type="number"
      min={min}
      max={max}
      step={scale === 1 ? 1 : 'any'}
      defaultValue={value === null ? '' : String(Math.round((value / scale) * 1e6) / 1e6)}
      onChange={(event) => {
        const { value: text } = event.target;
        onChange(text === '' || !Number.isFinite(Number(text)) ? null : Math.round(Number(text) * scale * 1e6) / 1e6);
      }}
    />
  );
}

const whole = (value: number | null): number | 'none' => (value === null ? 'none' : Math.round(value));

interface NumberSetting extends Omit<NumberFieldProps, 'value' | 'onChange'> {
  read: (policy: Policy) => number | null;
  write: (value: number | null) => Change;
}

/** Settings that are one number, each in the unit in which people think of it. */
export const numberSettings = {
  passMark: {
    label: 'Percent needed to pass',
    max: 100,
    scale: 0.01,
    read: ({ passMark }) => passMark,
    write: (passMark) => ({ passMark: passMark ?? 0 }),
  },
  timeLimitSeconds: {
    label: 'Minutes',
    hint: 'Empty means no limit.',
    max: 1440,
    scale: 60,
    read: ({ timeLimitSeconds }) => timeLimitSeconds,
    write: (seconds) => ({ timeLimitSeconds: whole(seconds) }),
  },
  attemptsMax: {
    label: 'At most',
    hint: 'Empty means as many as they like.',
    min: 1,
    max: 1000,
    read: ({ attemptsMax }) => attemptsMax,
    write: (attempts) => ({ attemptsMax: whole(attempts) }),
  },
  cooldownSeconds: {
    label: 'Minutes until the next',
    max: 43_200,
    scale: 60,
    read: ({ cooldownSeconds }) => cooldownSeconds,
    write: (seconds) => ({ cooldownSeconds: Math.round(seconds ?? 0) }),
  },
  drawCount: {
    label: 'Drawn from what no pool and no fixed question takes',
    hint: 'Empty takes all of them, or none where pools or fixed questions are named.',
    min: 1,
    max: 500,
    read: ({ drawCount }) => drawCount,
    write: (drawn) => ({ drawCount: whole(drawn) }),
  },
  credentialValidDays: {
    label: 'Days from the day it is earned',
    hint: 'Empty: for ever. It counts for badges earned from the next publication on, and takes nothing back. What the course itself says here also holds for its certificate. From 90 days before the end a shorter quiz renews a badge; a certificate is renewed with its badges.',
    min: 1,
    max: 3_650,
    read: ({ credentialValidDays }) => credentialValidDays ?? null,
    write: (days) => ({ credentialValidDays: whole(days) }),
  },
  renewalDrawCount: {
    label: 'Drawn from a paper',
    hint: 'Empty takes half of a paper, rounded up. The pass mark is the same, the time in proportion, and no attempt is used up.',
    min: 1,
    max: 500,
    read: ({ renewalDrawCount }) => renewalDrawCount ?? null,
    write: (drawn) => ({ renewalDrawCount: whole(drawn) }),
  },
} as const satisfies Record<string, NumberSetting>;

export type NumberSettingName = keyof typeof numberSettings;

export const isNumberSetting = (name: string): name is NumberSettingName => name in numberSettings;

interface NumberControlProps {
  name: NumberSettingName;
  policy: Policy;
  onChange: (change: Change) => void;
}

export function NumberControl({ name, policy, onChange }: NumberControlProps) {
  const { read, write, ...field }: NumberSetting = numberSettings[name];
  return <NumberField {...field} value={read(policy)} onChange={(value) => onChange(write(value))} />;
}
