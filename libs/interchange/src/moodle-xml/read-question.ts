import { type Question, questionSchema } from '#libs/contracts';

import type { GradeMode } from '../moodle/grades.js';
import { Ratio } from '../qti/ratio.js';
import type { QuestionItem } from '../questions/question-report.js';
import { elementIn, elementsIn, type XmlElement } from '../xml/xml.js';
import { ItemReader, ItemRefused } from './item-reader.js';
import { cut, shortened } from './question-title.js';
import { readMultichoice, readMultichoiceSet } from './read-choice.js';
import { readCloze } from './read-cloze.js';
import { readEssay } from './read-essay.js';
import { readDragIntoText, readGapSelect } from './read-gap-select.js';
import { readMatching } from './read-matching.js';
import { readNumerical } from './read-number.js';
import { readOrdering } from './read-ordering.js';
import { readShortAnswer } from './read-text.js';
import { readTrueFalse } from './read-true-false.js';
import type { TypeReader } from './type-reader.js';

const readers: ReadonlyMap<string, TypeReader> = new Map<string, TypeReader>([
  ['multichoice', readMultichoice],
  ['multichoiceset', readMultichoiceSet],
  ['truefalse', readTrueFalse],
  ['shortanswer', readShortAnswer],
  ['numerical', readNumerical],
  ['matching', readMatching],
  ['match', readMatching],
  ['multianswer', readCloze],
  ['cloze', readCloze],
  ['essay', readEssay],
  ['ordering', readOrdering],
  ['gapselect', readGapSelect],
  ['ddwtos', readDragIntoText],
]);

const formulas = 'The question computes its numbers from formulas for each learner, which is not possible here.';
const places = 'The question asks for places on a picture, which is not possible here.';
const draws = 'The entry draws questions from elsewhere: draw them by a pool of the quiz instead.';
const hopeless: ReadonlyMap<string, string> = new Map([
  ['description', 'This is a text without a question. Put it into the introduction of the section.'],
  ['calculated', formulas],
  ['calculatedsimple', formulas],
  ['calculatedmulti', formulas],
  ['ddimageortext', places],
  ['ddmarker', places],
  ['random', draws],
  ['randomsamatch', draws],
]);

export interface ReadingOptions {
  readonly newId: () => string;
  readonly grades: GradeMode;
  /** Of the category that the question is in; null at the top. */
  readonly category: string | null;
}

/** Reads one `<question>` that is no category. */
export function readQuestion(element: XmlElement, options: ReadingOptions): QuestionItem {
  const item = new ItemReader(element, options.grades);
  const title = cut(nameOf(item) || wordsOf(item));
  const at = { line: element.line, title, key: item.value('idnumber') || null };
  try {
    const question = draftOf(item, options);
    const outcome = item.losses.length > 0 ? 'imported_with_loss' : 'imported';
    const media = item.media.length > 0 ? { media: item.media } : {};
    return {
      ...at,
      outcome,
      question,
      losses: item.losses,
      reasons: [],
      ...media,
    };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { ...at, outcome: 'refused', losses: [], reasons: [`Line ${error.line}: ${error.reason}`] };
  }
}

function draftOf(item: ItemReader, { newId, category }: ReadingOptions): Question {
  const type = item.element.attributes.get('type') ?? '';
  const read =
    readers.get(type) ?? item.refuse(hopeless.get(type) ?? `Questions of the type “${type}” are not known here.`);
  const own = read(item);
  const stem = own.stem ?? item.proseIn('questiontext') ?? '';
  if (stem === '') item.refuse(['The question has no text.', ...item.losses].join(' '));
  // Moodle wants a name of every question; one that only repeats the text is none.
  const name = nameOf(item);
  const explanation = item.proseIn('generalfeedback');
  const draft = {
    id: newId(),
    version: 1,
    ...(name && name !== shortened(stem) && { name }),
    ...(explanation && { explanation }),
    ...readHints(item),
    ...readOutcomeFeedback(item),
    ...readTags(item, category),
    points: readPoints(item),
    ...own,
    stem,
  };
  saySettings(item);
  const checked = questionSchema.safeParse(draft);
  if (checked.success) return checked.data;
  return item.refuse(checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '));
}

/** The text of the question without its tags, for reports. */
function wordsOf(item: ItemReader): string {
  const text = elementIn(item.element, 'questiontext');
  return text
    ? item
        .plain(text)
        .slice(0, 1_000)
        .replace(/<[^<>]*>?/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
}

function nameOf(item: ItemReader): string {
  const name = elementIn(item.element, 'name');
  return name ? item.plain(name).replace(/\s+/g, ' ') : '';
}

function readPoints(item: ItemReader): string {
  const written = item.value('defaultgrade') || '1';
  const points = Ratio.read(written);
  if (points?.isAbove(Ratio.zero)) return points.toString();
  item.lose(item.element, `A mark of ${written} became 1.`);
  return '1';
}

function readHints(item: ItemReader): { hints?: string[] } {
  const elements = elementsIn(item.element, 'hint');
  const settings = ['shownumcorrect', 'clearwrong', 'statenumberofcorrectresponses', 'clearincorrectresponses'];
  const hints = elements.flatMap((hint) => {
    if (settings.some((name) => elementIn(hint, name))) {
      item.lose(hint, 'What a hint shows or clears beside its text was left out.');
    }
    return item.proseIn('hintcontent', hint) ?? (item.prose(hint) || []);
  });
  return hints.length > 0 ? { hints } : {};
}

function readOutcomeFeedback(item: ItemReader): Pick<Question, 'outcomeFeedback'> {
  const correct = item.proseIn('correctfeedback');
  const partial = item.proseIn('partiallycorrectfeedback');
  const incorrect = item.proseIn('incorrectfeedback');
  if (!correct && !partial && !incorrect) return {};
  return {
    outcomeFeedback: { ...(correct && { correct }), ...(partial && { partial }), ...(incorrect && { incorrect }) },
  };
}

const difficulties = ['easy', 'medium', 'hard'] as const;

function readTags(item: ItemReader, category: string | null): Pick<Question, 'tags' | 'difficulty'> {
  const lists = [...elementsIn(item.element, 'tags'), ...elementsIn(item.element, 'coursetags')];
  const named = lists.flatMap((list) => elementsIn(list, 'tag')).map((tag) => item.plain(tag));
  const difficulty = difficulties.find((level) => named.includes(difficultyTag(level)));
  const tags = [
    ...named.filter((tag) => difficulty === undefined || tag !== difficultyTag(difficulty)),
    category ?? '',
  ];
  return { tags: [...new Set(tags.filter((tag) => tag !== ''))], ...(difficulty && { difficulty }) };
}

/** Moodle has no difficulty, so that it travels as a tag. */
export function difficultyTag(difficulty: string): string {
  return `difficulty:${difficulty}`;
}

/** The penalties that Moodle writes where nobody chose one; 0.333 and the like were rounded by old versions. */
const usualPenalty = /^(?:|0(?:\.(?:0+|10*|33\d*))?|1(?:\.0+)?)$/;

function saySettings(item: ItemReader): void {
  const penalty = item.value('penalty');
  if (!usualPenalty.test(penalty)) {
    item.lose(
      item.element,
      `The penalty of ${penalty} for another try was left out: the policy of the quiz has one for practice.`,
    );
  }
  if (item.flag('hidden', false)) item.lose(item.element, 'The question is hidden in Moodle; here it is not.');
}
