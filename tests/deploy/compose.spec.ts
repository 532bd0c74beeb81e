import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

import { makeSecrets } from '../../scripts/deploy/secrets.js';
import { root } from '../architecture/sources.js';
import { composeFile, composeRules, soundService } from './compose.js';

const text = (path: string) => readFileSync(join(root, path), 'utf8');
const compose = composeFile.parse(parse(text('docker-compose.yml'), { merge: true }));
const addition = z.object({
  services: z.record(
    z.string(),
    z.object({ networks: z.array(z.string()), environment: z.record(z.string(), z.string()) }),
  ),
});
const services = Object.entries(compose.services);
const everyday = services.filter(([, { profiles }]) => profiles.length === 0);

describe('docker-compose.yml', () => {
  it.each(composeRules.map((rule) => [rule.name, rule] as const))('holds for every container: it %s', (_, rule) => {
    expect(services.filter(([, service]) => rule.isBrokenBy(service)).map(([name]) => name)).toEqual([]);
  });

  it('publishes one port: that of the edge', () => {
    expect(everyday.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(['web']);
  });

  it('keeps databases, broker and services on a network without a way out', () => {
    expect(compose.networks['inside']?.internal).toBe(true);
    const reaching = everyday.filter(
      ([name, { networks }]) => name !== 'web' && networks.some((it) => it !== 'inside'),
    );
    expect(reaching.map(([name]) => name)).toEqual([]);
  });

  it('makes every secret that a container reads, and hands each container its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-compose-'));
    const made = await makeSecrets({ folder, owners: null, databaseServer: 'postgres:5432' });
    rmSync(folder, { recursive: true });
    const read = services.flatMap(([, { environment }]) =>
      Object.values(environment).flatMap((value) => /^\/run\/secrets\/(.+)$/.exec(value)?.[1] ?? []),
    );
    expect(read.filter((path) => !made.includes(path))).toEqual([]);
    const strangers = services.flatMap(([name, { volumes }]) =>
      volumes
        .map((volume) => /^secrets-(\w+):/.exec(volume)?.[1])
        .filter((owner) => owner !== undefined && !readersOf(owner).includes(name))
        .map((owner) => `${name} mounts the secrets of ${owner}`),
    );
    expect(strangers).toEqual([]);
  });

  it('names this release and the version of Kafka that the tests run', () => {
    const { version } = JSON.parse(text('package.json'));
    expect(text('docker-compose.yml')).toContain(`Waymark ${version} on one server`);
    expect(compose.services['auth']?.image).toBe(`waymark/service:\${WAYMARK_VERSION:-${version}}`);
    const kafka = /<artifactId>kafka_2\.13<\/artifactId>\s*<version>([^<]+)</.exec(
      text('libs/local-servers/kafka/pom.xml'),
    );
    expect(compose.services['kafka']?.image).toBe(`apache/kafka:${kafka?.[1]}`);
  });

  it.each([
    ['mail', 'auth', ['SMTP_URL', 'MAIL_FROM', 'SMTP_CA']],
    ['verify-by-url', 'quiz', ['VERIFY_BY_URL']],
  ])('lets out with the file for %s %s alone, with its settings', (file, name, settings) => {
    const { services: changed } = addition.parse(parse(text(`deploy/compose.${file}.yml`)));
    expect(Object.keys(changed)).toEqual([name]);
    expect(changed[name]?.networks).toEqual(['inside', 'outside']);
    expect(Object.keys(changed[name]?.environment ?? {})).toEqual(settings);
    const known = text(`apps/${name}/src/config.ts`);
    expect(settings.filter((setting) => !known.includes(`  ${setting}: `))).toEqual([]);
    const page = text('docs/operations.md');
    expect(settings.filter((setting) => !page.includes(setting))).toEqual([]);
  });

  it('has a version for old engines without what they refuse', () => {
    const old = text('deploy/compose.old-engine.yml');
    const using = services.filter(([, { healthcheck }]) => healthcheck?.start_interval).map(([name]) => name);
    expect(using.filter((name) => !old.includes(`  ${name}: { healthcheck: { start_interval: !reset null`))).toEqual(
      [],
    );
  });
});

describe('its rules', () => {
  it.each(composeRules.map((rule) => [rule.name, rule] as const))(
    'find a container of which it is not true that it %s',
    (_, rule) => {
      const example = soundService();
      expect(rule.isBrokenBy(example)).toBe(false);
      rule.spoil(example);
      expect(rule.isBrokenBy(example)).toBe(true);
    },
  );
});

describe('the images', () => {
  const stages = text('deploy/Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  const final = stages.filter((stage) => /^\S+ AS (service|web)$/m.test(stage));

  it('run as a numbered user, start their program without a shell, and say whether they are well', () => {
    expect(final.length).toBe(2);
    for (const stage of final) {
      expect(stage).toMatch(/^USER 65532:65532$/m);
      expect(stage).toMatch(/^HEALTHCHECK .*CMD \[/m);
      expect(stage).toMatch(/^ENTRYPOINT \["(\/nodejs\/bin\/node|nginx)"/m);
      expect(stage).not.toMatch(/^RUN /m);
    }
  });

  it('keep the fonts that pictures are drawn with, when those that nobody uses are left out', () => {
    const [, dependencies = ''] = /AS dependencies\n([\s\S]*?)\n\n/.exec(text('deploy/Dockerfile')) ?? [];
    const endings = [...dependencies.matchAll(/-name '\*(\.\w+(?:\.\w+)?)'/g)].map(([, ending = '']) => ending);
    const kept = [...dependencies.matchAll(/! -name '\*(\S+)'/g)].map(([, ending = '']) => ending);
    const fonts = [...text('apps/quiz/src/credentials/picture-fonts.ts').matchAll(/'(@\S+\.(?:ttf|woff2?))'/g)].map(
      ([, path = '']) => path,
    );
    expect(fonts.length).toBeGreaterThan(5);
    expect(endings).toContain('.woff2');
    expect(
      fonts.filter((path) => endings.some((it) => path.endsWith(it)) && !kept.some((it) => path.endsWith(it))),
    ).toEqual([]);
  });

  it('serve the application under the same policy as the one process does', () => {
    const policy = /default-src 'none'; script-src[^"]+/;
    const policies = [
      'apps/standalone/src/web-files.ts',
      'deploy/nginx/nginx.conf',
      'apps/quiz/src/credentials/credential-page.ts',
    ].map((path) => policy.exec(text(path))?.[0]);
    expect(new Set(policies).size).toBe(1);
    expect(policies[0]).toBeDefined();
  });

  it('lead to the page of a credential that carries words for previews of its link, at every edge', () => {
    expect(text('deploy/nginx/nginx.conf')).toMatch(/location ~ \^\/c\/\[\^\/\]\+\$ \{\s+set \$upstream quiz:3000;/);
    expect(text('k8s/components/ingress/ingress.yaml')).toContain(
      '{ path: /c, pathType: Prefix, backend: { service: { name: quiz,',
    );
  });

  it('send strangers who look for keys to the issuer of credentials, at every edge', () => {
    expect(text('deploy/nginx/nginx.conf')).toMatch(
      /location ~ \^\/\\\.well-known\/\(jwks\|did\)\\\.json\$ \{\s+set \$upstream quiz:3000;/,
    );
    for (const file of ['jwks', 'did'])
      expect(text('k8s/components/ingress/ingress.yaml').replace(/\s+/g, ' ')).toMatch(
        new RegExp(`path: /\\.well-known/${file}\\.json, pathType: Exact, backend: \\{ service: \\{ name: quiz,`),
      );
    for (const settings of ['docker-compose.yml', 'k8s/base/kustomization.yaml'])
      expect(text(settings)).toMatch(/JWKS_URL[:=] ?http:\/\/auth:3000\/\.well-known\/jwks\.json/);
  });

  it('pass on the streams of live boards as they come, at every edge', () => {
    const edge = text('deploy/nginx/nginx.conf');
    const [, address = '', rules = ''] = /location ~ (\S+live\$) \{([^}]*)\}/.exec(edge) ?? [];
    expect('/api/quiz/v1/cohorts/x/live').toMatch(new RegExp(address));
    expect(rules).toMatch(/proxy_buffering off;/);
    expect(rules).toMatch(/gzip off;/);
    const timeout = Number(/proxy_read_timeout (\d+)s;/.exec(edge)?.[1]);
    const heartbeat =
      Number(/roundMs = ([\d_]+);/.exec(text('apps/quiz/src/live/watchers.service.ts'))?.[1]?.replaceAll('_', '')) /
      1_000;
    expect(timeout).toBeGreaterThan(2 * heartbeat);
    expect(text('k8s/components/ingress/ingress.yaml')).toContain(
      `nginx.ingress.kubernetes.io/proxy-read-timeout: '${timeout}'`,
    );
  });

  it('let a badge through that is to be verified, and a list of learners', () => {
    const general = Number(/client_max_body_size (\d+)m;/.exec(text('deploy/nginx/nginx.conf'))?.[1]);
    const limitIn = (path: string, name: string) => {
      const found = new RegExp(`const ${name} = (?:(\\d+) \\* )?1024 \\* 1024;`).exec(text(path));
      return found === null ? Number.NaN : Number(found[1] ?? 1);
    };
    const taken = [
      limitIn('apps/quiz/src/verifications/verifications.controller.ts', 'fileBytesMax'),
      limitIn('apps/quiz/src/enrolments/roster-file.ts', 'rosterBytesMax'),
    ];
    expect(taken.filter((size) => !(size < general))).toEqual([]);
  });

  it('let every file and body through that a service takes', () => {
    const edge = text('deploy/nginx/nginx.conf');
    const [general = 0, files = 0] = [...edge.matchAll(/client_max_body_size (\d+)m;/g)].map(([, size]) =>
      Number(size),
    );
    const limits = text('apps/content/src/imports/imports.dto.ts');
    const limitOf = (name: string) =>
      Number(new RegExp(`const ${name} = (\\d+) \\* 1_024 \\* 1_024;`).exec(limits)?.[1]);
    expect([general > limitOf('importBytesMax'), files > limitOf('fileBytesMax')]).toEqual([true, true]);
    const ingress = text('k8s/components/ingress/ingress.yaml');
    expect(ingress).toContain(`nginx.ingress.kubernetes.io/proxy-body-size: ${files}m`);
    const [, location = ''] = /location ~ (\S*import\S*) \{/.exec(edge) ?? [];
    const takesFiles = Object.entries(
      z.record(z.string(), z.unknown()).parse(JSON.parse(text('openapi/content.json')).paths),
    )
      .filter(([, item]) => JSON.stringify(item).includes('"application/zip"'))
      .filter(([, item]) => JSON.stringify(item).includes('"requestBody"'))
      .map(([path]) => path);
    expect(takesFiles.length).toBeGreaterThan(1);
    expect(takesFiles.filter((path) => !new RegExp(location).test(path.replace('{id}', 'x')))).toEqual([]);
  });
});

function readersOf(owner: string): string[] {
  if (owner === 'admin') return ['init', 'auth', 'migrate-auth', 'first-admin'];
  return ['init', owner, `migrate-${owner}`];
}
