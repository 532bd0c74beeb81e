import type { Row } from './panel.js';

const requests = 'http_server_request_duration_seconds';
/** What strangers ask for when they look at a badge or verify one. */
const verifying =
  '{service="quiz",http_route=~"(/api/quiz/v1)?/(c|credentials|verifications|issuer|status-lists|[.]well-known)([/:].*)?"}';

/** What people take home, how they come in, and what is told to them. */
export const peopleRows: readonly Row[] = [
  {
    title: 'Badges and who verifies them',
    panels: [
      {
        title: 'Verification by status',
        description: 'Requests per second for pages of badges, verifications, keys and status lists; 5xx are faults.',
        unit: 'reqps',
        queries: [
          {
            expr: `sum by (http_response_status_code) (rate(${requests}_count${verifying}[$__rate_interval]))`,
            legend: '{{http_response_status_code}}',
          },
        ],
      },
      {
        title: 'Duration of verification, p95',
        description: 'Of what strangers ask for, by route. A PDF or picture that is drawn anew takes longest.',
        unit: 's',
        queries: [
          {
            expr: `histogram_quantile(0.95, sum by (le, http_request_method, http_route) (rate(${requests}_bucket${verifying}[$__rate_interval])))`,
            legend: '{{http_request_method}} {{http_route}}',
          },
        ],
      },
      {
        title: 'What became of badges',
        description: 'Revoked, suspended and reinstated, renewed editions by kind, in the chosen time.',
        unit: 'short',
        queries: [
          {
            expr: 'sum by (status) (increase(waymark_credentials_changed_total[$__range]))',
            legend: '{{status}}',
          },
          { expr: 'sum(increase(waymark_credentials_renewed_total[$__range])) or vector(0)', legend: 'renewed' },
          { expr: 'sum(increase(waymark_credential_reminders_failed_total[$__range]))', legend: 'failed rounds' },
        ],
      },
      {
        title: 'Age of the signing keys',
        description: 'For how long the keys have signed; they are to be rotated once a year.',
        unit: 's',
        queries: [{ expr: 'max by (kind) (waymark_issuer_key_age_seconds)', legend: '{{kind}}' }],
      },
      {
        title: 'Last round of reminders',
        description: 'Time since a round ended well. One is made every five minutes, the first five after a start.',
        unit: 's',
        queries: [
          {
            expr: 'time() - max(waymark_credential_reminders_done_timestamp_seconds) or vector(0)',
            legend: 'since then',
          },
        ],
      },
    ],
  },
  {
    title: 'Cohorts and mail',
    panels: [
      {
        title: 'Cohorts and who comes in',
        description: 'Cohorts made, learners enrolled and invited, accounts erased, in the chosen time.',
        unit: 'short',
        queries: [
          { expr: 'sum(increase(waymark_cohorts_created_total[$__range]))', legend: 'cohorts' },
          { expr: 'sum(increase(waymark_learners_enrolled_total[$__range]))', legend: 'enrolled' },
          { expr: 'sum(increase(waymark_learners_invited_total[$__range]))', legend: 'invited' },
          { expr: 'sum(increase(waymark_accounts_erased_total[$__range])) or vector(0)', legend: 'erased' },
        ],
      },
      {
        title: 'Mail',
        description: 'Messages written, taken by the mail server and given up, by kind where there were any.',
        unit: 'short',
        queries: [
          { expr: 'sum(increase(waymark_mails_queued_total[$__range]))', legend: 'written' },
          { expr: 'sum(increase(waymark_mails_sent_total[$__range]))', legend: 'sent' },
          { expr: 'sum by (kind) (increase(waymark_mails_failed_total[$__range]))', legend: 'given up, {{kind}}' },
        ],
      },
      {
        title: 'Messages that are not sent',
        description: 'Queued, given up, and kept for an administrator where there is no mail server.',
        unit: 'short',
        queries: [{ expr: 'max by (state) (waymark_mails_waiting)', legend: '{{state}}' }],
      },
      {
        title: 'Oldest message in the queue',
        description: 'A busy mail server asks for minutes; more than that, and links in messages end unread.',
        unit: 's',
        queries: [{ expr: 'max(waymark_mail_oldest_age_seconds)', legend: 'age' }],
      },
      {
        title: 'Upkeep of auth that failed',
        description: 'Turns of new passwords, mail and housekeeping that met a fault, in the chosen time.',
        unit: 'short',
        queries: [{ expr: 'sum by (duty) (increase(waymark_auth_upkeep_failed_total[$__range]))', legend: '{{duty}}' }],
      },
      {
        title: 'What authors bring in and publish',
        description: 'Publications, roadmaps that became a course, items of question files, in the chosen time.',
        unit: 'short',
        queries: [
          { expr: 'sum(increase(waymark_courses_published_total[$__range]))', legend: 'published' },
          { expr: 'sum(increase(waymark_courses_imported_total[$__range]))', legend: 'roadmaps' },
          { expr: 'sum(increase(waymark_questions_imported_total[$__range])) or vector(0)', legend: 'questions' },
        ],
      },
    ],
  },
  {
    title: 'Live boards',
    panels: [
      {
        title: 'Open streams',
        description: 'Streams of live boards and the cohorts they show, by process; a process takes 10,000 streams.',
        unit: 'short',
        queries: [{ expr: 'sum by (instance, kind) (waymark_live_streams)', legend: '{{instance}} {{kind}}' }],
      },
      {
        title: 'How late boards are, p95',
        description: 'From the change of a figure to the moment at which boards are told.',
        unit: 's',
        queries: [
          {
            expr: 'histogram_quantile(0.95, sum by (le) (increase(waymark_live_lag_seconds_bucket[$__range])))',
            legend: 'lag',
          },
        ],
      },
      {
        title: 'Events to boards',
        description: 'Sent per second by kind; looks at the figures by outcome.',
        unit: 'ops',
        queries: [
          { expr: 'sum by (kind) (rate(waymark_live_events_sent_total[$__rate_interval]))', legend: '{{kind}}' },
          {
            expr: 'sum by (outcome) (rate(waymark_live_ticks_total[$__rate_interval]))',
            legend: 'looked, {{outcome}}',
          },
        ],
      },
      {
        title: 'Streams refused and ended',
        description: 'Refused (full, or too many of one person) and ended by reason, in the chosen time.',
        unit: 'short',
        queries: [
          {
            expr: 'sum by (reason) (increase(waymark_live_streams_refused_total[$__range]))',
            legend: 'refused, {{reason}}',
          },
          {
            expr: 'sum by (reason) (increase(waymark_live_streams_ended_total[$__range]))',
            legend: 'ended, {{reason}}',
          },
        ],
      },
    ],
  },
];
