import type { Question } from '#libs/contracts';

type Change = (markdown: string) => string;

/** The question with all its Markdown changed: stem, feedback, hints, options and all other parts. */
export function mapProse(question: Question, change: Change): Question {
  const optional = optionally(change);
  const { outcomeFeedback } = question;
  return {
    ...mapKey(question, change),
    stem: change(question.stem),
    ...optional('explanation', question.explanation),
    ...(question.hints && { hints: question.hints.map(change) }),
    ...(outcomeFeedback && { outcomeFeedback: mapValues(outcomeFeedback, change) }),
  };
}

/** Every Markdown text of a question. */
export function everyText(question: Question): string[] {
  const texts: string[] = [];
  mapProse(question, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function mapKey(question: Question, change: Change): Question {
  const optional = optionally(change);
  switch (question.type) {
    case 'single_choice':
    case 'multiple_choice':
      return { ...question, options: mapOptions(question.options, change) };
    case 'true_false':
      return { ...question, ...(question.feedback && { feedback: mapValues(question.feedback, change) }) };
    case 'short_text':
    case 'numeric':
      return mapTold(question, change);
    case 'matching':
      return {
        ...question,
        prompts: question.prompts.map((prompt) => ({
          ...prompt,
          text: change(prompt.text),
          ...optional('feedback', prompt.feedback),
        })),
        choices: question.choices.map((choice) => ({ ...choice, text: change(choice.text) })),
      };
    case 'ordering':
      return { ...question, items: question.items.map((item) => ({ ...item, text: change(item.text) })) };
    case 'cloze':
      return {
        ...question,
        gaps: question.gaps.map((gap) =>
          gap.kind === 'choice' ? { ...gap, options: mapOptions(gap.options, change) } : mapTold(gap, change),
        ),
      };
    case 'essay':
      return {
        ...question,
        ...optional('markerNotes', question.markerNotes),
        ...(question.rubric && { rubric: mapRubric(question.rubric, change) }),
      };
    default:
      return question satisfies never;
  }
}

function mapRubric(rubric: NonNullable<Extract<Question, { type: 'essay' }>['rubric']>, change: Change) {
  return rubric.map((criterion) => ({
    ...criterion,
    levels: criterion.levels.map((level) => ({ ...level, text: change(level.text) })),
  }));
}

function mapOptions<Option extends { text: string; feedback?: string | undefined }>(
  options: readonly Option[],
  change: Change,
): Option[] {
  return options.map((option) => ({
    ...option,
    text: change(option.text),
    ...optionally(change)('feedback', option.feedback),
  }));
}

interface Told {
  readonly alternatives?: readonly { readonly feedback?: string | undefined }[] | undefined;
  readonly otherFeedback?: string | undefined;
}

/** What is told about answers; what is accepted is no Markdown. */
function mapTold<Key extends Told>(key: Key, change: Change): Key {
  const optional = optionally(change);
  return {
    ...key,
    ...optional('otherFeedback', key.otherFeedback),
    ...(key.alternatives && {
      alternatives: key.alternatives.map((each) => ({ ...each, ...optional('feedback', each.feedback) })),
    }),
  };
}

function mapValues<Texts extends Readonly<Record<string, string | undefined>>>(texts: Texts, change: Change): Texts {
  const changed = Object.entries(texts).map(([name, text]) => [name, text === undefined ? text : change(text)]);
  return { ...texts, ...Object.fromEntries(changed) };
}

function optionally(change: Change) {
  return <Name extends string>(name: Name, text: string | undefined): { [Key in Name]?: string } | undefined =>
    text === undefined ? undefined : singleton(name, change(text));
}

function singleton<Name extends string>(name: Name, value: string) {
  const made: { [Key in Name]?: string } = {};
  made[name] = value;
  return made;
}
