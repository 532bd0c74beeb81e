import type { Question, QuestionType } from '#libs/contracts';
import { questionTypes } from '#libs/contracts';

import type { Attributes } from '../markdown/attributes.js';

type Numeric = Extract<Question, { type: 'numeric' }>;
type Essay = Extract<Question, { type: 'essay' }>;

/** What the attributes of a question say. */
export interface Settings {
  readonly tags: string[];
  readonly name?: string;
  readonly difficulty?: Question['difficulty'];
  readonly points: string;
  readonly type?: QuestionType;
  readonly isCaseSensitive?: boolean;
  readonly shuffle?: boolean;
  readonly scoring?: Scoring;
  readonly floor?: string;
  readonly toleranceKind?: Numeric['toleranceKind'];
  /** A unit that cannot stand beside the number. */
  readonly unit?: string;
  readonly units: NonNullable<Numeric['units']>;
  readonly unitRule?: Numeric['unitRule'];
  readonly unitPenalty?: string;
  readonly wordsMin?: number;
  readonly wordsMax?: number;
  readonly format?: Essay['format'];
  /** Of a gap. */
  readonly weight?: string;
  /** The names that were understood. */
  readonly understood: readonly string[];
  /** What was written but means nothing. */
  readonly losses: readonly string[];
  readonly reasons: readonly string[];
}

type Writable = { -readonly [Name in keyof Settings]: Settings[Name] };
/** Takes a value, or says that it means nothing. */
type Setter = (settings: Writable, value: string) => boolean;

const scorings = ['all_or_nothing', 'per_option', 'weighted', 'per_part', 'exact', 'adjacent_pairs'] as const;
export type Scoring = (typeof scorings)[number];

const positive = /^(?=.*[1-9])\d+(?:\.\d+)?(?:\/[1-9]\d*)?$/;
const fraction = /^-?\d+(?:\.\d+)?(?:\/\d+)?$/;
const whole = /^\d{1,9}$/;

const setters: Readonly<Record<string, Setter>> = {
  name: matching(/\S/, (settings, value) => (settings.name = value)),
  tag: matching(/^/, (settings, value) => settings.tags.push(value)),
  difficulty: oneOf(['easy', 'medium', 'hard'], (settings, value) => (settings.difficulty = value)),
  points: matching(positive, (settings, value) => (settings.points = value)),
  case: oneOf(['sensitive', 'insensitive'], (settings, value) => (settings.isCaseSensitive = value === 'sensitive')),
  shuffle: oneOf(['yes', 'true', 'no', 'false'], (settings, value) => (settings.shuffle = /^[yt]/.test(value))),
  scoring: oneOf(scorings, (settings, value) => (settings.scoring = value)),
  floor: matching(fraction, (settings, value) => (settings.floor = value)),
  tolerance: oneOf(['absolute', 'relative'], (settings, value) => (settings.toleranceKind = value)),
  in: matching(/\S/, (settings, value) => (settings.unit = value)),
  unit: matching(/^.+=-?\d+(?:\.\d+)?(?:\/\d+)?$/, addUnit),
  'unit-rule': oneOf(['optional', 'required'], (settings, value) => (settings.unitRule = value)),
  'unit-penalty': matching(fraction, (settings, value) => (settings.unitPenalty = value)),
  'words-min': matching(whole, (settings, value) => (settings.wordsMin = Number(value))),
  'words-max': matching(whole, (settings, value) => (settings.wordsMax = Number(value))),
  format: oneOf(['text', 'code'], (settings, value) => (settings.format = value)),
  weight: matching(positive, (settings, value) => (settings.weight = value)),
};

function matching(pattern: RegExp, set: (settings: Writable, value: string) => unknown): Setter {
  return (settings, value) => {
    if (!pattern.test(value)) return false;
    set(settings, value);
    return true;
  };
}

function oneOf<const Value extends string>(
  values: readonly Value[],
  set: (settings: Writable, value: Value) => unknown,
): Setter {
  return (settings, written) => {
    const value = values.find((known) => known === written);
    if (value === undefined) return false;
    set(settings, value);
    return true;
  };
}

/** `cm=100`: the unit may hold an equals sign, its number cannot. */
function addUnit(settings: Writable, value: string): void {
  const equals = value.lastIndexOf('=');
  settings.units = [...settings.units, { unit: value.slice(0, equals), multiplier: value.slice(equals + 1) }];
}

export function readSettings({ tags, values }: Attributes): Settings {
  const settings: Writable = { tags: [...tags], points: '1', units: [], understood: [], losses: [], reasons: [] };
  const understood: string[] = [];
  const losses: string[] = [];
  for (const { name, value } of values) {
    if (name === 'type') Object.assign(settings, readType(value));
    else if (Object.hasOwn(setters, name) && setters[name]?.(settings, value)) understood.push(name);
    else losses.push(meaningless(name, value));
  }
  return { ...settings, understood, losses };
}

function readType(value: string): Pick<Settings, 'type'> | Pick<Settings, 'reasons'> {
  const type = typeNamed(value);
  return type ? { type } : { reasons: [`There is no type “${value.slice(0, 80)}”.`] };
}

function typeNamed(value: string | undefined): QuestionType | undefined {
  return questionTypes.find((known) => known === value);
}

/** The type that an author declares, which says what the answers look like. */
export function declaredType({ values }: Attributes): QuestionType | undefined {
  return typeNamed(values.findLast(({ name }) => name === 'type')?.value);
}

function meaningless(name: string, value: string): string {
  return `The attribute “${name}=${value.slice(0, 80)}” means nothing here.`;
}

const choices: readonly QuestionType[] = ['single_choice', 'multiple_choice'];
/** What an attribute is for, where it is not for every question. */
const uses: Readonly<Record<string, { readonly types: readonly QuestionType[]; readonly words: string }>> = {
  case: { types: ['short_text'], words: 'short text' },
  shuffle: { types: [...choices, 'matching'], words: 'matching and choices' },
  floor: { types: choices, words: 'choices' },
  tolerance: { types: ['numeric'], words: 'numbers' },
  in: { types: ['numeric'], words: 'numbers' },
  unit: { types: ['numeric'], words: 'numbers' },
  'unit-rule': { types: ['numeric'], words: 'numbers' },
  'unit-penalty': { types: ['numeric'], words: 'numbers' },
  'words-min': { types: ['essay'], words: 'essays' },
  'words-max': { types: ['essay'], words: 'essays' },
  format: { types: ['essay'], words: 'essays' },
  weight: { types: [], words: 'gaps' },
};
const scoringOf: Readonly<Partial<Record<QuestionType, readonly Scoring[]>>> = {
  multiple_choice: ['all_or_nothing', 'per_option', 'weighted'],
  matching: ['per_part', 'all_or_nothing'],
  cloze: ['per_part', 'all_or_nothing'],
  ordering: ['exact', 'adjacent_pairs'],
};

/** Settings that say nothing about a question of the given type. */
export function idleSettings({ understood, scoring }: Settings, type: QuestionType): string[] {
  const isIdle = (name: string) => Object.hasOwn(uses, name) && !uses[name]?.types.includes(type);
  const idle = understood.filter(isIdle).map((name) => `“${name}=” is for ${uses[name]?.words} only.`);
  const isKnown = scoring === undefined || scoringOf[type]?.includes(scoring);
  return isKnown ? idle : [...idle, meaningless('scoring', scoring)];
}

/** The rule that the author names, if it is one of those of the type. */
export function scoringAmong<const Rule extends Scoring>(
  rules: readonly Rule[],
  { scoring }: Settings,
): Rule | undefined {
  return rules.find((rule) => rule === scoring);
}
