import type { Row } from './panel.js';

/** What is learned, and what waits for people. */
export const learningRows: readonly Row[] = [
  {
    title: 'Learning',
    panels: [
      {
        title: 'Attempts',
        description: 'Started, and graded by what ended them, in the chosen time.',
        unit: 'short',
        queries: [
          { expr: 'sum(increase(waymark_attempts_started_total[$__range]))', legend: 'started' },
          {
            expr: 'sum(increase(waymark_attempts_submitted_total[$__range])) or vector(0)',
            legend: 'ended, to be marked',
          },
          {
            expr: 'sum by (ended_by, outcome) (increase(waymark_attempts_graded_total[$__range]))',
            legend: '{{ended_by}}, {{outcome}}',
          },
          { expr: 'sum(increase(waymark_attempt_sweeps_failed_total[$__range]))', legend: 'failed sweeps' },
        ],
      },
      {
        title: 'Answers saved',
        description: 'Answers stored by saves, per second; repeats not counted.',
        unit: 'ops',
        queries: [{ expr: 'sum(rate(waymark_answers_saved_total[$__rate_interval]))', legend: 'answers' }],
      },
      {
        title: 'Badges and certificates issued',
        description: 'Credentials signed and stored, and those that could not be signed yet, in the chosen time.',
        unit: 'short',
        queries: [
          {
            expr: 'sum by (kind) (increase(waymark_credentials_issued_total[$__range]))',
            legend: '{{kind}}',
          },
          { expr: 'sum(increase(waymark_credentials_failed_total[$__range]))', legend: 'failed' },
        ],
      },
      {
        title: 'Delay of the sweep, p95',
        description: 'From the deadline of an attempt nobody submitted to its grading.',
        unit: 's',
        queries: [
          {
            expr: 'histogram_quantile(0.95, sum by (le) (increase(waymark_attempt_sweep_delay_seconds_bucket[$__range])))',
            legend: 'delay',
          },
        ],
      },
    ],
  },
  {
    title: 'Questions and marks',
    panels: [
      {
        title: 'Attempts that wait for marks',
        description: 'Ended, and without a grade until a person marks an answer.',
        unit: 'short',
        queries: [{ expr: 'max(waymark_attempts_waiting_for_marks)', legend: 'attempts' }],
      },
      {
        title: 'Longest wait for a mark',
        description: 'Of the attempt that has waited longest; a week of it is an alert.',
        unit: 's',
        queries: [{ expr: 'max(waymark_attempt_waiting_for_marks_oldest_seconds)', legend: 'wait' }],
      },
      {
        title: 'Marks, challenges',
        description:
          'Marks given by people, questions that learners doubted and what became of it, in the chosen time.',
        unit: 'short',
        queries: [
          { expr: 'sum by (kind) (increase(waymark_answers_marked_total[$__range]))', legend: 'marked, {{kind}}' },
          { expr: 'sum(increase(waymark_challenges_made_total[$__range]))', legend: 'challenged' },
          {
            expr: 'sum by (outcome) (increase(waymark_challenges_resolved_total[$__range]))',
            legend: 'challenge {{outcome}}',
          },
        ],
      },
      {
        title: 'Regrades that are not finished',
        description: 'Dry runs and applications at work, and failed ones that want a person.',
        unit: 'short',
        queries: [
          { expr: 'max by (state) (waymark_regrades_unfinished)', legend: '{{state}}' },
          {
            expr: 'sum(increase(waymark_regrades_applied_total[$__range])) or vector(0)',
            legend: 'applied in the chosen time',
          },
        ],
      },
      {
        title: 'Batches of regrades',
        description:
          'Batches of some 200 attempts, and grades written anew, per second; failed batches are tried again.',
        unit: 'ops',
        queries: [
          { expr: 'sum(rate(waymark_regrade_batch_seconds_count[$__rate_interval]))', legend: 'batches' },
          { expr: 'sum(rate(waymark_attempts_regraded_total[$__rate_interval]))', legend: 'grades' },
          { expr: 'sum(rate(waymark_regrade_batches_failed_total[$__rate_interval]))', legend: 'failed' },
        ],
      },
      {
        title: 'Duration of a regrade batch, p95',
        description: 'A batch is one transaction; while it is open the relay of the service waits for it.',
        unit: 's',
        queries: [
          {
            expr: 'histogram_quantile(0.95, sum by (le) (increase(waymark_regrade_batch_seconds_bucket[$__range])))',
            legend: 'batch',
          },
        ],
      },
      {
        title: 'Item analysis',
        description:
          'Attempts counted into the statistics and questions announced to content, per second; rounds that failed.',
        unit: 'ops',
        queries: [
          { expr: 'sum(rate(waymark_item_attempts_counted_total[$__rate_interval]))', legend: 'attempts' },
          { expr: 'sum(rate(waymark_questions_analysed_total[$__rate_interval]))', legend: 'questions' },
          { expr: 'sum(rate(waymark_question_announcements_failed_total[$__rate_interval]))', legend: 'failed rounds' },
        ],
      },
    ],
  },
];
