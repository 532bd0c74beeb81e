import type { Question, QuestionType } from '#libs/contracts';

import type { Attributes } from '../markdown/attributes.js';

/** What the attributes of a question say. */
export interface Settings {
  readonly tags: string[];
  readonly difficulty?: Question['difficulty'];
  readonly points: string;
  readonly type?: QuestionType;
  readonly isCaseSensitive?: boolean;
  readonly shuffle?: boolean;
  /** What was written but means nothing. */
  readonly losses: readonly string[];
  readonly reasons: readonly string[];
}

const types: readonly string[] = [
  'single_choice',
  'multiple_choice',
  'true_false',
  'short_text',
  'numeric',
] satisfies QuestionType[];
const difficulties: readonly string[] = ['easy', 'medium', 'hard'];
const yesAndNo: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };
const cases: Readonly<Record<string, boolean>> = { sensitive: true, insensitive: false };
const positive = /^(?=.*[1-9])\d+(?:\.\d+)?(?:\/[1-9]\d*)?$/;

export function readSettings({ tags, values }: Attributes): Settings {
  const settings: { -readonly [Name in keyof Settings]: Settings[Name] } = {
    tags: [...tags],
    points: '1',
    losses: [],
    reasons: [],
  };
  const losses: string[] = [];
  for (const { name, value } of values) {
    if (name === 'tag') settings.tags.push(value);
    else if (name === 'difficulty' && isDifficulty(value)) settings.difficulty = value;
    else if (name === 'points' && positive.test(value)) settings.points = value;
    else if (name === 'type' && isType(value)) settings.type = value;
    else if (name === 'type') settings.reasons = [`There is no type “${value.slice(0, 80)}”.`];
    else if (name === 'case' && Object.hasOwn(cases, value)) settings.isCaseSensitive = cases[value];
    else if (name === 'shuffle' && Object.hasOwn(yesAndNo, value)) settings.shuffle = yesAndNo[value];
    else losses.push(`The attribute “${name}=${value.slice(0, 80)}” means nothing here.`);
  }
  return { ...settings, losses };
}

function isType(value: string): value is QuestionType {
  return types.includes(value);
}

function isDifficulty(value: string): value is NonNullable<Question['difficulty']> {
  return difficulties.includes(value);
}

/** Settings that say nothing about a question of the given type. */
export function idleSettings(settings: Settings, type: QuestionType): string[] {
  const isChoice = type === 'single_choice' || type === 'multiple_choice';
  return [
    ...(settings.isCaseSensitive !== undefined && type !== 'short_text' ? ['“case=” is for short text only.'] : []),
    ...(settings.shuffle !== undefined && !isChoice ? ['“shuffle=” is for choices only.'] : []),
  ];
}
