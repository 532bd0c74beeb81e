import { z } from 'zod';

const probe = z.looseObject({ httpGet: z.looseObject({ path: z.string() }).optional() });
const container = z.looseObject({
  name: z.string(),
  image: z.string(),
  env: z
    .array(z.looseObject({ name: z.string(), value: z.string().optional(), valueFrom: z.unknown().optional() }))
    .default([]),
  resources: z.looseObject({
    requests: z.record(z.string(), z.string()).default({}),
    limits: z.record(z.string(), z.string()).default({}),
  }),
  securityContext: z.looseObject({
    allowPrivilegeEscalation: z.boolean().optional(),
    readOnlyRootFilesystem: z.boolean().optional(),
    capabilities: z.looseObject({ drop: z.array(z.string()).default([]) }).default({ drop: [] }),
  }),
  startupProbe: probe.optional(),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
  volumeMounts: z.array(z.looseObject({ name: z.string(), mountPath: z.string() })).default([]),
});

const pod = z.looseObject({
  automountServiceAccountToken: z.boolean().optional(),
  enableServiceLinks: z.boolean().optional(),
  terminationGracePeriodSeconds: z.number().optional(),
  securityContext: z.looseObject({
    runAsNonRoot: z.boolean().optional(),
    runAsUser: z.number().optional(),
    seccompProfile: z.looseObject({ type: z.string() }).optional(),
  }),
  topologySpreadConstraints: z.array(z.looseObject({ topologyKey: z.string() })).default([]),
  initContainers: z.array(container).default([]),
  containers: z.array(container),
  volumes: z.array(z.looseObject({ name: z.string(), emptyDir: z.unknown().optional() })).default([]),
});

const workload = z.looseObject({
  kind: z.enum(['Deployment', 'StatefulSet', 'Job']),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    replicas: z.number().optional(),
    minReadySeconds: z.number().optional(),
    strategy: z.looseObject({ rollingUpdate: z.looseObject({ maxUnavailable: z.unknown() }) }).optional(),
    backoffLimit: z.number().optional(),
    activeDeadlineSeconds: z.number().optional(),
    template: z.looseObject({ spec: pod }),
  }),
});

export type Container = z.output<typeof container>;
export type Workload = z.output<typeof workload>;

export const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});
export type Manifest = z.output<typeof manifest>;

/** Whatever runs pods. */
export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  return manifests
    .filter(({ kind }) => workload.shape.kind.safeParse(kind).success)
    .map((object) => workload.parse(object));
}

export interface Policy {
  readonly name: string;
  readonly isBrokenBy: (workload: Workload) => boolean;
  /** Breaks a sound Deployment, in place: the red example. */
  readonly spoil: (workload: Workload) => void;
}

function containersOf({ spec }: Workload): Container[] {
  return [...spec.template.spec.initContainers, ...spec.template.spec.containers];
}

function first({ spec }: Workload): Container {
  return spec.template.spec.containers[0]!; // a pod has at least one container: the schema says so
}

const isEverlasting = ({ kind }: Workload) => kind !== 'Job';

export const policies: readonly Policy[] = [
  {
    name: 'names a fixed version of each image',
    isBrokenBy: (it) => containersOf(it).some(({ image }) => !/:[^/]+$/.test(image) || image.endsWith(':latest')),
    spoil: (it) => (first(it).image = 'waymark/service:latest'),
  },
  {
    name: 'asks for CPU and memory, and limits memory alone',
    isBrokenBy: (it) =>
      containersOf(it).some(
        ({ resources: { requests, limits } }) =>
          !requests['cpu'] || !requests['memory'] || !limits['memory'] || limits['cpu'] !== undefined,
      ),
    spoil: (it) => (first(it).resources.limits = {}),
  },
  {
    name: 'is a numbered user, never root, with the default seccomp profile',
    isBrokenBy: ({ spec: { template } }) => {
      const { runAsNonRoot, runAsUser, seccompProfile } = template.spec.securityContext;
      return runAsNonRoot !== true || !runAsUser || seccompProfile?.type !== 'RuntimeDefault';
    },
    spoil: (it) => delete it.spec.template.spec.securityContext.runAsNonRoot,
  },
  {
    name: 'has no capabilities and cannot gain any',
    isBrokenBy: (it) =>
      containersOf(it).some(
        ({ securityContext: { allowPrivilegeEscalation, capabilities } }) =>
          allowPrivilegeEscalation !== false || !capabilities.drop.includes('ALL'),
      ),
    spoil: (it) => (first(it).securityContext.capabilities.drop = ['NET_RAW']),
  },
  {
    name: 'writes to nothing but volumes, one of them at /tmp',
    isBrokenBy: (it) =>
      containersOf(it).some(
        ({ securityContext, volumeMounts }) =>
          securityContext.readOnlyRootFilesystem !== true ||
          !volumeMounts.some(({ mountPath }) => mountPath === '/tmp'),
      ),
    spoil: (it) => delete first(it).securityContext.readOnlyRootFilesystem,
  },
  {
    name: 'has no token of the cluster and no variables it did not ask for',
    isBrokenBy: ({ spec: { template } }) =>
      template.spec.automountServiceAccountToken !== false || template.spec.enableServiceLinks !== false,
    spoil: (it) => delete it.spec.template.spec.automountServiceAccountToken,
  },
  {
    name: 'reads secrets from files',
    isBrokenBy: (it) =>
      containersOf(it).some(({ env }) =>
        env.some(
          ({ name, valueFrom }) =>
            valueFrom !== undefined || (/SECRET|PASSWORD|DATABASE_URL/.test(name) && !name.endsWith('_FILE')),
        ),
      ),
    spoil: (it) => first(it).env.push({ name: 'AUTH_SECRET', value: 'x', valueFrom: undefined }),
  },
  {
    name: 'says when it has started, is ready, is dead; a dead database kills nobody',
    isBrokenBy: (it) =>
      isEverlasting(it) &&
      it.spec.template.spec.containers.some(
        ({ startupProbe, livenessProbe, readinessProbe }) =>
          !startupProbe || !livenessProbe || !readinessProbe || livenessProbe.httpGet?.path === '/health/ready',
      ),
    spoil: (it) => delete first(it).livenessProbe,
  },
  {
    name: 'is given time to drain',
    isBrokenBy: (it) => isEverlasting(it) && (it.spec.template.spec.terminationGracePeriodSeconds ?? 0) < 30,
    spoil: (it) => delete it.spec.template.spec.terminationGracePeriodSeconds,
  },
  {
    name: 'is replaced without a gap and spread over zones and hosts',
    isBrokenBy: ({ kind, spec }) =>
      kind === 'Deployment' &&
      (spec.strategy?.rollingUpdate.maxUnavailable !== 0 || spec.template.spec.topologySpreadConstraints.length < 2),
    spoil: (it) => (it.spec.template.spec.topologySpreadConstraints = []),
  },
  {
    name: 'ends: tries and time of a job are limited',
    isBrokenBy: ({ kind, spec }) => kind === 'Job' && !(spec.backoffLimit && spec.activeDeadlineSeconds),
    spoil: (it) => (it.kind = 'Job'),
  },
];
