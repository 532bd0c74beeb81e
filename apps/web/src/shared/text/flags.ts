/** What the analysis says of a question, short enough for a list; the analysis itself says it in full. */
const flagWords: Record<string, string> = {
  wrong_key_suspected: 'The key may be wrong',
  negative_discrimination: 'Better learners do worse here',
  weak_discrimination: 'Does not tell learners apart',
  no_better_than_guessing: 'No better than guessing',
  too_hard: 'Too hard',
  too_easy: 'Too easy',
  option_unused: 'An option nobody takes',
};

export const flagText = (code: string): string => flagWords[code] ?? code.replaceAll('_', ' ');
