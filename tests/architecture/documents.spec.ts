import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { root, type Source, textFiles } from './sources.js';

const readmeLinesMax = 150;
const pageLinesMax = 80;

const documents = textFiles().filter(({ path }) => path.endsWith('.md') && !/^courses\/|\/fixtures\//.test(path));
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);

describe('documents', () => {
  it('point to files that exist', () => {
    expect(documents.length).toBeGreaterThan(10);
    expect(documents.flatMap(brokenLinks)).toEqual([]);
  });

  it('name npm scripts that exist', () => {
    expect(documents.flatMap(unknownScripts)).toEqual([]);
  });

  it('keep the front page short', () => {
    expect(lines('README.md')).toBeLessThan(readmeLinesMax);
  });

  it('introduce every service and library on one page', () => {
    const folders = ['apps', 'libs'].flatMap((top) => readdirSync(join(root, top)).map((name) => `${top}/${name}`));
    expect(folders.length).toBeGreaterThan(10);
    expect(folders.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
    expect(folders.filter((folder) => lines(`${folder}/README.md`) > pageLinesMax)).toEqual([]);
  });
});

describe('their rules', () => {
  it('find a link to nowhere and let the others be', () => {
    const text = '[a](nowhere.md) [b](https://example.org) [c](../README.md#start) <img src="gone.png">';
    expect(brokenLinks({ path: 'docs/page.md', text })).toEqual(['docs/page.md: nowhere.md', 'docs/page.md: gone.png']);
  });

  it('find a script that is not there', () => {
    const text = 'Type `npm run fly` or `npm run check`.';
    expect(unknownScripts({ path: 'docs/page.md', text })).toEqual(['docs/page.md: npm run fly']);
  });
});

function brokenLinks({ path, text }: Source): string[] {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image,
  );
  return targets
    .filter((target) => target !== undefined && !/^([a-z]+:|#)/.test(target))
    .filter((target) => !existsSync(join(root, normalize(join(dirname(path), String(target).replace(/#.*/, ''))))))
    .map((target) => `${path}: ${target}`);
}

function unknownScripts({ path, text }: Source): string[] {
  return [...text.matchAll(/npm run ([a-z-]+)/g)]
    .filter(([, name]) => !scripts.includes(String(name)))
    .map(([command]) => `${path}: ${command}`);
}

function lines(path: string): number {
  return readFileSync(join(root, path), 'utf8').split('\n').length;
}
