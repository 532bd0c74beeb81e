import { z } from 'zod';

const seconds = z.string().regex(/^\d+s$/);
const healthcheck = z.looseObject({
  disable: z.boolean().optional(),
  test: z.array(z.string()).optional(),
  interval: seconds.optional(),
  timeout: seconds.optional(),
  retries: z.number().optional(),
  start_period: seconds.optional(),
  start_interval: seconds.optional(),
});

const service = z.looseObject({
  image: z.string(),
  user: z.string().optional(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).default([]),
  cap_drop: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  restart: z.string().optional(),
  stop_grace_period: seconds.optional(),
  logging: z.unknown().optional(),
  mem_limit: z.string().optional(),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  network_mode: z.string().optional(),
  profiles: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).default({}),
  healthcheck: healthcheck.optional(),
});

export const composeFile = z.looseObject({
  name: z.string(),
  version: z.undefined().optional(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
});
export type ComposeService = z.output<typeof service>;

export interface ComposeRule {
  readonly name: string;
  readonly isBrokenBy: (service: ComposeService) => boolean;
  /** Breaks the sound example: the red example. */
  readonly spoil: (service: ComposeService) => void;
}

const isJob = ({ restart }: ComposeService) => restart === 'no';

export const composeRules: readonly ComposeRule[] = [
  {
    name: 'cannot write to itself, gain rights or keep what it need not have',
    isBrokenBy: ({ init, read_only, tmpfs, cap_drop, security_opt }) =>
      init !== true ||
      read_only !== true ||
      !tmpfs.some((place) => place.startsWith('/tmp')) ||
      !cap_drop.includes('ALL') ||
      !security_opt.includes('no-new-privileges:true'),
    spoil: (it) => (it.cap_drop = []),
  },
  {
    name: 'has a numeric user, limits of memory and of logs',
    isBrokenBy: ({ user, mem_limit, logging }) => !/^\d+:\d+$/.test(user ?? '') || !mem_limit || !logging,
    spoil: (it) => (it.user = 'node'),
  },
  {
    name: 'says whether it is well, unless it ends by itself',
    isBrokenBy: (it) => {
      const { healthcheck: check } = it;
      if (isJob(it)) return check?.disable !== true;
      return !(
        check?.test &&
        check.interval &&
        check.timeout &&
        check.retries &&
        check.start_period &&
        check.start_interval
      );
    },
    spoil: (it) => delete it.healthcheck?.start_interval,
  },
  {
    name: 'comes back by itself and is given longer than the drain takes',
    isBrokenBy: (it) =>
      !isJob(it) && (it.restart !== 'unless-stopped' || Number.parseInt(it.stop_grace_period ?? '0', 10) < 35),
    spoil: (it) => (it.stop_grace_period = '10s'),
  },
  {
    name: 'publishes ports on the loopback address alone',
    isBrokenBy: ({ ports }) => ports.some((port) => !port.startsWith('127.0.0.1:')),
    spoil: (it) => (it.ports = ['3000:3000']),
  },
  {
    name: 'names a fixed version of its image',
    isBrokenBy: ({ image }) => !/:[^/]+$/.test(image) || image.endsWith(':latest'),
    spoil: (it) => (it.image = 'postgres'),
  },
  {
    name: 'reads secrets from files',
    isBrokenBy: ({ environment }) =>
      Object.keys(environment).some((name) => /SECRET|PASSWORD|DATABASE_URL/.test(name) && !name.endsWith('_FILE')),
    spoil: (it) => (it.environment = { AUTH_SECRET: 'x' }),
  },
  {
    name: 'waits for a state, not for time',
    isBrokenBy: ({ depends_on }) => Object.values(depends_on).some(({ condition }) => condition === 'service_started'),
    spoil: (it) => (it.depends_on = { postgres: { condition: 'service_started' } }),
  },
];

/** Keeps every rule. */
export function soundService(): ComposeService {
  return service.parse({
    image: 'waymark/service:1.2.3',
    user: '65532:65532',
    init: true,
    read_only: true,
    tmpfs: ['/tmp'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    restart: 'unless-stopped',
    stop_grace_period: '35s',
    logging: {},
    mem_limit: '1m',
    healthcheck: {
      test: ['CMD', 'true'],
      interval: '9s',
      timeout: '9s',
      retries: 9,
      start_period: '9s',
      start_interval: '1s',
    },
  });
}
