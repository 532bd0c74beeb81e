import { csvTable, type CsvValue } from '#libs/text';

const columns = [
  'row',
  'position',
  'question_id',
  'version',
  'type',
  'question',
  'attempts',
  'points',
  'mean',
  'median',
  'standard_deviation',
  'skewness',
  'kurtosis',
  'internal_consistency_percent',
  'error_ratio_percent',
  'standard_error',
  'facility',
  'discrimination_index_percent',
  'discriminative_efficiency_percent',
  'intended_weight',
  'effective_weight_percent',
  'random_guess_score',
  'median_seconds',
  'open_challenges',
  'flags',
  'part',
  'answer',
  'is_right',
  'count',
  'share',
  'mean_rest',
] as const;

type Row = Partial<Record<(typeof columns)[number], CsvValue>>;

interface Answered {
  readonly label: string;
  readonly classes: readonly {
    readonly label: string;
    readonly isRight: boolean;
    readonly count: number;
    readonly share: number | null;
    readonly meanRest: number | null;
  }[];
}

interface Exported {
  readonly title: string;
  readonly quiz: {
    readonly attempts: number;
    readonly mean: number | null;
    readonly median: number | null;
    readonly standardDeviation: number | null;
    readonly skewness: number | null;
    readonly kurtosis: number | null;
    readonly internalConsistency: number | null;
    readonly errorRatio: number | null;
    readonly standardError: number | null;
  };
  readonly questions: readonly {
    readonly questionId: string;
    readonly version: number;
    readonly position: number | null;
    readonly type: string;
    readonly stemStart: string;
    readonly points: number;
    readonly attempts: number;
    readonly facility: number | null;
    readonly standardDeviation: number | null;
    readonly discriminationIndex: number | null;
    readonly discriminativeEfficiency: number | null;
    readonly intendedWeight: number | null;
    readonly effectiveWeight: number | null;
    readonly randomGuessScore: number | null;
    readonly medianSeconds: number | null;
    readonly notice: string | null;
    readonly flags: readonly { readonly text: string }[];
    readonly parts: readonly Answered[];
    readonly openChallenges: number;
  }[];
}

/** The analysis as CSV with the very numbers of the analysis: a row for the quiz, one per question, one per answer. */
export function csvOfAnalysis(analysis: Exported): string {
  const rows: Row[] = [quizRow(analysis)];
  for (const question of analysis.questions) {
    const named = { position: question.position, question_id: question.questionId, version: question.version };
    rows.push({ ...named, ...questionRow(question) });
    for (const part of question.parts) rows.push(...answerRows(part).map((row) => ({ ...named, ...row })));
  }
  return csvTable(
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
  );
}

function quizRow({ title, quiz }: Exported): Row {
  return {
    row: 'quiz',
    question: title,
    attempts: quiz.attempts,
    mean: quiz.mean,
    median: quiz.median,
    standard_deviation: quiz.standardDeviation,
    skewness: quiz.skewness,
    kurtosis: quiz.kurtosis,
    internal_consistency_percent: quiz.internalConsistency,
    error_ratio_percent: quiz.errorRatio,
    standard_error: quiz.standardError,
  };
}

function questionRow(question: Exported['questions'][number]): Row {
  return {
    row: 'question',
    type: question.type,
    question: question.stemStart,
    attempts: question.attempts,
    points: question.points,
    standard_deviation: question.standardDeviation,
    facility: question.facility,
    discrimination_index_percent: question.discriminationIndex,
    discriminative_efficiency_percent: question.discriminativeEfficiency,
    intended_weight: question.intendedWeight,
    effective_weight_percent: question.effectiveWeight,
    random_guess_score: question.randomGuessScore,
    median_seconds: question.medianSeconds,
    open_challenges: question.openChallenges,
    flags: question.notice ?? question.flags.map(({ text }) => text).join(' '),
  };
}

function answerRows({ label: part, classes }: Answered): Row[] {
  return classes.map(({ label, isRight, count, share, meanRest }) => ({
    row: 'answer',
    part,
    answer: label,
    is_right: isRight,
    count,
    share,
    mean_rest: meanRest,
  }));
}
