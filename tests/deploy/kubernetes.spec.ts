import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import { topics } from '#libs/contracts';
import { describeWithProgram } from '#libs/testing';
import { parseAllDocuments } from 'yaml';

import { root } from '../architecture/sources.js';
import { type Manifest, manifest, policies, type Workload, workloadsOf } from './workloads.js';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const services = ['auth', 'content', 'quiz'];

describeWithProgram('the Kubernetes manifests', 'kubectl', () => {
  describe.each(['base', 'overlays/kind'])('of k8s/%s', (folder) => {
    let manifests: Manifest[];
    let workloads: Workload[];
    const validate = schemas();

    beforeAll(() => {
      manifests = render(folder);
      workloads = workloadsOf(manifests);
    });

    it('are all of them valid for Kubernetes 1.34', () => {
      expect(manifests.length).toBeGreaterThan(20);
      expect(manifests.flatMap((object) => complaints(validate, object))).toEqual([]);
    });

    it.each(policies.map((policy) => [policy.name, policy] as const))('hold for every pod: %s', (_, policy) => {
      expect(workloads.filter(policy.isBrokenBy).map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([]);
    });

    it('hold no secret', () => {
      expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    });

    it('deny by default what no policy allows', () => {
      const denied = manifests.find(
        ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'default-deny',
      );
      expect(denied?.['spec']).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    });

    it('give each part a Service and a budget of disruptions', () => {
      const named = (kind: string) =>
        manifests.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
      const parts = named('Deployment');
      expect(parts.sort()).toEqual([...services, 'web']);
      expect(named('Service')).toEqual(expect.arrayContaining(parts));
      expect(named('PodDisruptionBudget').sort()).toEqual(parts);
    });

    it('have a job per schema and one for the topics, named after this release', () => {
      const jobs = manifests.filter(({ kind }) => kind === 'Job').map(({ metadata }) => metadata.name);
      const release = String(version).replaceAll('.', '-');
      expect(jobs).toEqual(
        expect.arrayContaining([...services.map((name) => `migrate-${name}-${release}`), `topics-${release}`]),
      );
      expect(jobs.every((name) => name.endsWith(release))).toBe(true);
    });

    it('start services only on the schema of their release', () => {
      const waiting = workloads.filter(({ metadata }) => services.includes(metadata.name));
      expect(waiting.map(({ spec }) => spec.template.spec.initContainers.map(({ name }) => name))).toEqual(
        services.map(() => ['await-schema']),
      );
    });
  });

  it.each([
    ['mail', 'auth', [465, 587], { MAIL_FROM: expect.any(String) }],
    ['verify-by-url', 'quiz', [443], { VERIFY_BY_URL: 'true' }],
  ])('let out with the component %s %s alone', (component, name, ports, settings) => {
    const plain = render('base');
    const manifests = renderWith(component);
    const validate = schemas();
    expect(manifests.flatMap((object) => complaints(validate, object))).toEqual([]);
    const known = plain.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    const added = manifests.filter(({ kind, metadata }) => !known.includes(`${kind} ${metadata.name}`));
    expect(added.filter(({ kind }) => kind !== 'ConfigMap')).toEqual([
      expect.objectContaining({
        kind: 'NetworkPolicy',
        spec: {
          podSelector: {
            matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'server' },
          },
          policyTypes: ['Egress'],
          egress: [expect.objectContaining({ ports: ports.map((port) => ({ port })) })],
        },
      }),
    ]);
    expect(manifests.find(({ kind }) => kind === 'ConfigMap')?.['data']).toMatchObject(settings);
    expect(workloadsOf(manifests).filter((workload) => policies.some((policy) => policy.isBrokenBy(workload)))).toEqual(
      [],
    );
  });

  it('let nobody out where no component does', () => {
    const [nowhere] = render('base').flatMap(({ kind, metadata, ...rest }) =>
      kind === 'NetworkPolicy' && JSON.stringify(rest).includes('ipBlock') ? [metadata.name] : [],
    );
    expect(nowhere).toBeUndefined();
    expect(render('base').find(({ kind }) => kind === 'ConfigMap')?.['data']).not.toHaveProperty('VERIFY_BY_URL');
  });

  it('keep two replicas of each part where they are meant to last', () => {
    const replicas = workloadsOf(render('base')).filter(({ kind }) => kind === 'Deployment');
    expect(replicas.map(({ spec }) => spec.replicas)).toEqual([2, 2, 2, 2]);
  });

  it('scale no service beyond the partitions it reads', () => {
    const partitionsMin = Math.min(...Object.values(topics).map(({ partitions }) => partitions));
    const largest = Math.max(...workloadsOf(render('base')).map(({ spec }) => spec.replicas ?? 1));
    expect(largest).toBeLessThanOrEqual(partitionsMin);
  });
});

describe('their rules', () => {
  it.each(policies.map((policy) => [policy.name, policy] as const))('find a pod that breaks: %s', (_, policy) => {
    const example = soundDeployment();
    expect(policy.isBrokenBy(example)).toBe(false);
    policy.spoil(example);
    expect(policy.isBrokenBy(example)).toBe(true);
  });

  it.each([
    ['a misspelt field', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { portz: [] } }],
    ['a wrong type', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { ports: [{ port: '80' }] } }],
    ['a missing field', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' }, spec: { replicas: 1 } }],
    ['an unknown kind', { apiVersion: 'v2', kind: 'Service', metadata: { name: 'x' } }],
  ])('refuse a manifest with %s', (_, object) => {
    expect(complaints(schemas(), object)).not.toEqual([]);
  });
});

function render(folder: string): Manifest[] {
  const text = execFileSync('kubectl', ['kustomize', join(root, 'k8s', folder)], { encoding: 'utf8' });
  return parseAllDocuments(text).map((document) => manifest.parse(document.toJS()));
}

function renderWith(component: string): Manifest[] {
  const folder = mkdtempSync(join(root, 'k8s/overlays/.look-'));
  try {
    const overlay = { resources: ['../../base'], components: [`../../components/${component}`] };
    writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(overlay));
    return render(relative(join(root, 'k8s'), folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** By `apiVersion kind`. */
function schemas(): Map<string, ValidateFunction> {
  const document = JSON.parse(readFileSync(join(root, 'k8s/schemas/kubernetes-1.34.json'), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, 'k8s');
  const found = new Map<string, ValidateFunction>();
  for (const name of Object.keys(document.definitions)) {
    const { properties = {} } = document.definitions[name];
    const version = properties.apiVersion?.enum?.[0];
    const kind = properties.kind?.enum?.[0];
    if (version && kind) found.set(`${version} ${kind}`, ajv.compile({ $ref: `k8s#/definitions/${name}` }));
  }
  return found;
}

function complaints(validate: Map<string, ValidateFunction>, object: Manifest): string[] {
  const place = `${object.kind} ${object.metadata.name}`;
  const check = validate.get(`${object.apiVersion} ${object.kind}`);
  if (!check) return [`${place}: no such kind`];
  check(object);
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${place}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function soundDeployment(): Workload {
  const probe = { httpGet: { path: '/health/live', port: 'http' } };
  const [workload] = workloadsOf([
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'sound' },
      spec: {
        strategy: { rollingUpdate: { maxUnavailable: 0 } },
        template: {
          spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 45,
            securityContext: { runAsNonRoot: true, runAsUser: 65_532, seccompProfile: { type: 'RuntimeDefault' } },
            topologySpreadConstraints: [{ topologyKey: 'zone' }, { topologyKey: 'host' }],
            containers: [
              {
                name: 'sound',
                image: 'waymark/service:1.2.3',
                resources: { requests: { cpu: '1', memory: '1Mi' }, limits: { memory: '1Mi' } },
                securityContext: {
                  allowPrivilegeEscalation: false,
                  readOnlyRootFilesystem: true,
                  capabilities: { drop: ['ALL'] },
                },
                startupProbe: probe,
                livenessProbe: probe,
                readinessProbe: { httpGet: { path: '/health/ready', port: 'http' } },
                volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
              },
            ],
          },
        },
      },
    },
  ]);
  return workload!; // made from one manifest
}
