import { describe, expect, it } from '@jest/globals';
import { policySchema, type Question } from '#libs/contracts';
import { anyQuestion, aQuestion } from '#libs/testing';
import fc from 'fast-check';

import { type LintContext, lintQuestions } from './lint.js';

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const labels = { explanation: 'Because of that.', tags: ['http'], difficulty: 'easy' };
const option = (text: string, isKey = false) => ({
  id: `${text.length}${text.slice(0, 30)}`,
  text,
  isKey,
  feedback: 'Said.',
});
const sound = {
  ...labels,
  type: 'single_choice',
  stem: 'Which method reads?',
  options: [option('GET', true), option('PUT'), option('POST')],
};

const codes = (questions: Question[], context?: LintContext) =>
  lintQuestions(questions, context).map(({ code, pointer }) => `${pointer} ${code}`);
const codesOf = (fields: object, context?: LintContext) => codes([aQuestion(fields)], context);

describe('lintQuestions', () => {
  it('has nothing to say about a sound question', () => {
    expect(codesOf(sound, { topics: ['http'], policy: policySchema.parse({ passMark: 1 }) })).toEqual([]);
  });

  it('names the question, and says errors first', () => {
    const broken = aQuestion({ ...sound, points: '0', explanation: undefined });
    expect(lintQuestions([broken])).toEqual([
      {
        code: 'points_invalid',
        severity: 'error',
        questionId: broken.id,
        pointer: '/points',
        message: 'The points must be a number above zero.',
      },
      expect.objectContaining({ code: 'explanation_missing', severity: 'warning', questionId: broken.id }),
    ]);
  });

  it('never faults on anything that the contract lets in', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion(), { maxLength: 12 }), (questions) => {
        lintQuestions(questions, { policy: policySchema.parse({ drawCount: 3 }), topics: [] });
      }),
    );
  });

  const long = 'the one that reads a representation without changing anything';
  it.each<[string, object, string[]]>([
    [
      'all of the above',
      { options: [option('GET', true), option('PUT'), option('All of the above')] },
      ['/options/2/text option_refers_to_others'],
    ],
    [
      'none of these',
      { options: [option('None of these', true), option('PUT'), option('GET')] },
      ['/options/0/text option_refers_to_others'],
    ],
    [
      'a wrong option without feedback',
      { options: [option('GET', true), { id: 'b', text: 'PUT', isKey: false }, option('POST')] },
      ['/options/1/feedback feedback_missing'],
    ],
    [
      'nothing: the right one needs none',
      { options: [{ id: 'a', text: 'GET', isKey: true }, option('PUT'), option('POST')] },
      [],
    ],
    [
      'the longest option as key',
      { options: [option(long, true), option('the second one'), option('the third')] },
      ['/options/0/text key_is_longest'],
    ],
    ['nothing: all options are long', { options: [option(long, true), option(`${long} at all`), option('short')] }, []],
    [
      'nothing: code marks do not count',
      { options: [option('`GET`**********************', true), option('PUT'), option('POST')] },
      [],
    ],
    ['two options', { options: [option('GET', true), option('PUT')] }, ['/options options_few']],
    [
      'seven options',
      { options: ['b', 'c', 'd', 'e', 'f', 'g'].map((text) => option(text)).concat(option('a', true)) },
      ['/options options_many'],
    ],
    [
      'an article that fits some',
      {
        stem: 'A safe method is an',
        options: [option('idempotent one', true), option('unsafe one'), option('cached one')],
      },
      ['/stem article_gives_away'],
    ],
    [
      'nothing: the article fits all',
      { stem: 'It is a', options: [option('verb', true), option('noun'), option('word')] },
      [],
    ],
    [
      'numbers out of order',
      { options: [option('200', true), option('100'), option('300')] },
      ['/options numbers_out_of_order'],
    ],
    ['nothing: numbers in order', { options: [option('100'), option('200', true), option('300')] }, []],
    [
      'absolutes that are always wrong',
      { options: [option('It may', true), option('It always does'), option('It never does')] },
      ['/options absolutes_give_away'],
    ],
    [
      'nothing: the key is absolute as well',
      { options: [option('It must', true), option('It always does'), option('It never does')] },
      [],
    ],
  ])('finds %s', (_, fields, expected) => {
    expect(codesOf({ ...sound, ...fields })).toEqual(expected);
  });

  it.each<[string, object, string[]]>([
    ['one key among many', [option('GET', true), option('PUT'), option('POST')], ['/options one_key_of_many']],
    ['nothing but keys', [option('GET', true), option('HEAD', true)], ['/options all_options_right']],
  ])('finds in a multiple choice %s', (_, options, expected) => {
    expect(codesOf({ ...sound, type: 'multiple_choice', options })).toEqual(expected);
  });

  it('finds a multiple choice that does not say so', () => {
    const options = [option('GET', true), option('HEAD', true), option('PUT')];
    expect(codesOf({ ...sound, type: 'multiple_choice', stem: 'Safe methods:', options })).toEqual([
      '/stem multiple_unsaid',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['a negative stem', { stem: 'Which method is not safe?' }, ['/stem stem_negative']],
    ['nothing: the negation stands out', { stem: 'Which method is **not** safe?' }, []],
    ['an exception', { stem: 'Files are kept. Which methods are safe except one?' }, ['/stem stem_negative']],
    ['nothing: a negation beside the question', { stem: 'Which term names what could not be read?' }, []],
    ['nothing: a negation in what is told', { stem: 'The cache does not answer. Which method reads?' }, []],
    ['a stem that asks nothing', { stem: 'Which of the following is true?' }, ['/stem stem_unfocused']],
    ['a stem without end', { stem: `Which? ${'word '.repeat(400)}` }, ['/stem stem_long']],
    ['no labels', { tags: [], difficulty: undefined }, ['/difficulty difficulty_missing', '/tags tags_missing']],
    ['no explanation', { explanation: ' ' }, ['/explanation explanation_missing']],
    ['a picture without words', { stem: 'Which? ![](media:x.png)' }, ['/stem picture_without_words']],
    ['nothing: a picture with words', { stem: 'Which? ![A graph](media:x.png)' }, []],
  ])('finds %s', (_, fields, expected) => {
    expect(codesOf({ ...sound, ...fields })).toEqual(expected);
  });

  it('knows the topics of the section', () => {
    expect(codesOf(sound, { topics: ['sql'] })).toEqual(['/tags/0 tag_unknown']);
  });

  it('asks for room where a fraction must be rounded', () => {
    const numeric = { ...labels, type: 'numeric', stem: 'How long, in seconds?' };
    expect(codesOf({ ...numeric, value: '1/3' })).toEqual(['/tolerance tolerance_missing']);
    expect(codesOf({ ...numeric, value: '0.5', tolerance: '0.1' })).toEqual([]);
    expect(codesOf({ ...numeric, value: '3' })).toEqual([]);
  });
});

describe('the habits of a bank', () => {
  function bank(count: number, keyAt: (index: number) => number, lengthOf = (_place: number, _isKey: boolean) => 0) {
    return Array.from({ length: count }, (_, index) =>
      aQuestion({
        ...sound,
        id: idOf(index),
        stem: `Which one of set ${index}?`,
        options: ['w', 'x', 'y', 'z'].map((letter, place) => {
          const isKey = place === keyAt(index);
          return option(letter.repeat(3 + lengthOf(place, isKey)), isKey);
        }),
      }),
    );
  }

  it('finds keys that stand at the same place', () => {
    expect(codes(bank(12, () => 0))).toEqual([' key_positions_uneven']);
    expect(codes(bank(12, (index) => index % 4))).toEqual([]);
    expect(codes(bank(7, () => 0))).toEqual([]);
  });

  it('finds keys that are a little longer than the rest, again and again', () => {
    expect(
      codes(
        bank(
          12,
          (index) => index % 4,
          (_, isKey) => (isKey ? 3 : 0),
        ),
      ),
    ).toEqual([' key_often_longest']);
    expect(
      codes(
        bank(
          12,
          (index) => index % 4,
          (place) => (place === 0 ? 3 : 0),
        ),
      ),
    ).toEqual([]);
  });

  it('finds statements of which nearly all are true', () => {
    const statements = (right: number) =>
      Array.from({ length: 10 }, (_, index) =>
        aQuestion({ ...labels, id: idOf(index), type: 'true_false', stem: `Statement ${index}.`, key: index < right }),
      );
    expect(codes(statements(9))).toEqual([' truths_uneven']);
    expect(codes(statements(1))).toEqual([' truths_uneven']);
    expect(codes(statements(8))).toEqual([]);
  });

  it('finds a stem that stands twice, however it is set', () => {
    const twice = [aQuestion(sound), aQuestion({ ...sound, id: idOf(1), stem: 'Which **method**  reads?' })];
    expect(codes(twice)).toEqual(['/stem stem_duplicate']);
  });
});

describe('a policy beside its bank', () => {
  const bank = Array.from({ length: 10 }, (_, index) =>
    aQuestion({ ...sound, id: idOf(index), stem: `Which method reads file ${index}?`, options: rotated(index) }),
  );
  function rotated(index: number) {
    const options = [...sound.options];
    return [...options.slice(index % 3), ...options.slice(0, index % 3)];
  }
  const judged = (fields: object, questions = bank) => codes(questions, { policy: policySchema.parse(fields) });

  it.each<[string, object, string[]]>([
    ['a sound one', { passMark: 0.8, drawCount: 5 }, []],
    ['more questions than there are', { drawCount: 11 }, ['/drawCount draw_too_large', '/drawCount pool_small']],
    ['a mark between two scores', { passMark: 0.75, drawCount: 5 }, ['/passMark pass_mark_between_scores']],
    ['a mark of nothing', { passMark: 0, drawCount: 5 }, ['/passMark pass_mark_zero']],
    ['a pool that repeats itself', { passMark: 0.75, drawCount: 8 }, ['/drawCount pool_small']],
    ['one attempt only, so nothing repeats', { passMark: 0.75, drawCount: 8, attemptsMax: 1 }, []],
  ])('is %s', (_, fields, expected) => {
    expect(judged(fields)).toEqual(expected);
  });

  it('finds a pass mark that nobody can reach', () => {
    // The gap's key earns half of it: published elsewhere, or written by hand, but never by our own rules.
    const stingy = aQuestion({
      ...labels,
      id: idOf(99),
      type: 'short_text',
      stem: 'Which word?',
      accepted: ['word'],
      alternatives: [{ text: 'wor*', share: '1/2', feedback: 'Nearly.' }],
    });
    expect(judged({ passMark: 0.8 }, [stingy])).toEqual(['/passMark pass_mark_unreachable']);
    expect(judged({ passMark: 0.5 }, [stingy])).toEqual([]);
  });
});
