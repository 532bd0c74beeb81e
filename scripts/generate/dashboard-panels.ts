import { learningRows } from './learning-panels.js';
import type { Row } from './panel.js';
import { peopleRows } from './people-panels.js';

export const requests = 'http_server_request_duration_seconds';
const asked = '{service=~"$service",http_route!~"/health/.*|/metrics"}';
const autosave = '{http_request_method="PUT",http_route=~".*/attempts/{id}/answers/{questionId}"}';
const submit = '{http_request_method="POST",http_route=~".*/attempts/{id}:submit"}';
const some = '{service=~"$service"}';

/** In rows, as people read them: what is felt, how facts travel, what is learned, what the processes do. */
export const rows: readonly Row[] = [
  {
    title: 'What people feel',
    panels: [
      {
        title: 'Requests by route',
        description: 'Requests per second by route template; health checks and scrapes left out.',
        unit: 'reqps',
        queries: [
          {
            expr: `topk(12, sum by (http_request_method, http_route) (rate(${requests}_count${asked}[$__rate_interval])))`,
            legend: '{{http_request_method}} {{http_route}}',
          },
        ],
      },
      {
        title: 'Answers that are not a success',
        description: 'Refusals (4xx) and faults (5xx) per second by service and status.',
        unit: 'reqps',
        queries: [
          {
            expr: `sum by (service, http_response_status_code) (rate(${requests}_count{service=~"$service",http_response_status_code=~"[45].."}[$__rate_interval]))`,
            legend: '{{service}} {{http_response_status_code}}',
          },
        ],
      },
      {
        title: 'Duration by route, p95',
        description: 'The time within which 95 of 100 requests are answered, for the slowest routes.',
        unit: 's',
        queries: [
          {
            expr: `topk(12, histogram_quantile(0.95, sum by (le, http_request_method, http_route) (rate(${requests}_bucket${asked}[$__rate_interval]))))`,
            legend: '{{http_request_method}} {{http_route}}',
          },
        ],
      },
      {
        title: 'Save and submit',
        description: 'p95 of an answer saved (goal: 99.9 of 100 within 0.25 s) and of a submission.',
        unit: 's',
        queries: [
          {
            expr: `histogram_quantile(0.95, sum by (le) (rate(${requests}_bucket${autosave}[$__rate_interval])))`,
            legend: 'save',
          },
          {
            expr: `histogram_quantile(0.95, sum by (le) (rate(${requests}_bucket${submit}[$__rate_interval])))`,
            legend: 'submit',
          },
        ],
      },
      {
        title: 'Sign-ins by outcome',
        description: 'Signed in, refused (wrong password or address) and throttled, per second.',
        unit: 'ops',
        queries: [{ expr: 'sum by (outcome) (rate(waymark_sign_ins_total[$__rate_interval]))', legend: '{{outcome}}' }],
      },
      {
        title: 'Sessions carried on',
        description:
          'Uses of a refresh token by outcome, per second; used twice means a copied token, and ends a session.',
        unit: 'ops',
        queries: [
          {
            expr: 'sum(rate(waymark_sessions_refreshed_total{outcome="rotated"}[$__rate_interval])) or vector(0)',
            legend: 'carried on',
          },
          {
            expr: 'sum(rate(waymark_sessions_refreshed_total{outcome!="rotated"}[$__rate_interval])) or vector(0)',
            legend: 'repeated or refused',
          },
        ],
      },
    ],
  },
  {
    title: 'How facts travel',
    panels: [
      {
        title: 'Events waiting in the outbox',
        description: 'Written with the facts they announce, not yet on the broker.',
        unit: 'short',
        queries: [{ expr: `max by (service) (waymark_outbox_events${some})`, legend: '{{service}}' }],
      },
      {
        title: 'Age of the oldest waiting event',
        description: 'Above a minute the broker is away, or a transaction stays open and holds the relay back.',
        unit: 's',
        queries: [{ expr: `max by (service) (waymark_outbox_oldest_seconds${some})`, legend: '{{service}}' }],
      },
      {
        title: 'Events published',
        description: 'Carried from the outbox to the broker, per second; failed tries beside them.',
        unit: 'ops',
        queries: [
          {
            expr: `sum by (service) (rate(waymark_relay_published_total${some}[$__rate_interval]))`,
            legend: '{{service}} published',
          },
          {
            expr: `sum by (service) (rate(waymark_relay_errors_total${some}[$__rate_interval]))`,
            legend: '{{service}} failed',
          },
        ],
      },
      {
        title: 'Consumer lag',
        description: 'Messages on a topic that a consumer group has still to take.',
        unit: 'short',
        queries: [
          {
            expr: `max by (consumer, topic) (waymark_consumer_lag_messages${some})`,
            legend: '{{consumer}} on {{topic}}',
          },
        ],
      },
      {
        title: 'Messages by outcome',
        description: 'Done, duplicate, ignored or parked, per second and consumer group.',
        unit: 'ops',
        queries: [
          {
            expr: `sum by (consumer, outcome) (rate(waymark_messages_received_total${some}[$__rate_interval])) > 0`,
            legend: '{{consumer}} {{outcome}}',
          },
        ],
      },
      {
        title: 'Messages parked',
        description: 'Set aside because they could not be taken; each wants a person. Nothing is lost.',
        unit: 'short',
        queries: [{ expr: 'sum(waymark_messages_parked) or vector(0)', legend: 'parked' }],
      },
    ],
  },
  ...learningRows,
  ...peopleRows,
  {
    title: 'Processes',
    panels: [
      {
        title: 'Event loop lag, p99',
        description: 'How late the one thread of a process is; above 0.1 s every request of that process waits.',
        unit: 's',
        queries: [
          {
            expr: 'max by (service, instance) (nodejs_eventloop_lag_p99_seconds)',
            legend: '{{service}} {{instance}}',
          },
        ],
      },
      {
        title: 'Database connections',
        description: 'Of each pool by what they do; requests that wait for one should be zero.',
        unit: 'short',
        queries: [
          { expr: `sum by (service, state) (waymark_database_connections${some})`, legend: '{{service}} {{state}}' },
        ],
      },
      {
        title: 'Memory',
        description: 'Resident memory of each process.',
        unit: 'bytes',
        queries: [
          { expr: 'max by (service, instance) (process_resident_memory_bytes)', legend: '{{service}} {{instance}}' },
        ],
      },
      {
        title: 'Password hashes',
        description: 'Running or waiting; a long queue makes sign-in slow.',
        unit: 'short',
        queries: [{ expr: 'sum by (state) (waymark_password_hashes)', legend: '{{state}}' }],
      },
    ],
  },
];
