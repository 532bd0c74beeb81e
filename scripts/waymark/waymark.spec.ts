import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-cli-'));
});

/** Runs the built program as a user does, in the folder of the files. */
function waymark(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/waymark.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { code: status, out: stdout, error: stderr };
}

async function file(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return name;
}

const sound = `## Which method reads? {#reads .http difficulty=easy}

- [ ] PUT
  > It replaces.
- [x] GET
  > It reads.
- [ ] POST
  > It adds.

> GET is safe.
`;

describe('waymark inspect', () => {
  it('shows the course of a roadmap and exits with 0', async () => {
    const { code, out } = waymark(
      'inspect',
      await file('map.md', '# Go\n\n## 1. Tools\n\n- [Git](https://git-scm.com)\n'),
    );
    expect([code, out]).toEqual([0, expect.stringContaining('1. Tools (1)\n     Git [')]);
    expect(out).toContain('1 section, 0 topics, 1 resource\n');
  });

  it('tells programs the same as JSON', () => {
    const { code, out } = waymark('inspect', 'map.md', '--json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { course: { title: 'Go' }, report: { sections: 1 } }]);
  });

  it.each([
    ['no headings', 'words.md', 'only words', 'is no roadmap'],
    ['nothing', 'empty.md', '', 'is no roadmap'],
  ])('exits with 2 for a file of %s', async (_, name, text, message) => {
    const { code, error } = waymark('inspect', await file(name, text));
    expect([code, error]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('waymark convert', () => {
  it('goes from Markdown by GIFT, Moodle XML, QTI and YAML to JSON without losing the question', async () => {
    await file('bank.md', sound.replace(' difficulty=easy', ''));
    const way = ['bank.md', 'bank.gift', 'bank.xml', 'bank.zip', 'bank.yaml', 'bank.json'];
    for (const [index, target] of way.slice(1).entries()) {
      const format = target === 'bank.xml' ? ['--to', 'moodle_xml'] : target === 'bank.zip' ? ['--to', 'qti'] : [];
      const { code, out } = waymark('convert', way[index]!, target, ...format); // one before its successor
      expect([target, code, out]).toEqual([target, 0, expect.stringContaining('1 of 1 questions written')]);
    }
    const { questions } = JSON.parse(await readFile(join(folder, 'bank.json'), 'utf8'));
    expect(questions).toMatchObject([
      { type: 'single_choice', stem: 'Which method reads?', explanation: 'GET is safe.' },
    ]);
  }, 120_000);

  it('exits with 1 when something is lost, and says what and where', async () => {
    await file('two.md', `${sound}\n## No answer here\n\nNothing.\n`);
    const { code, out } = waymark('convert', 'two.md', 'two.gift');
    expect(code).toBe(1);
    expect(out).toContain('two.md: 1 of 2 questions read');
    expect(out).toMatch(/two\.md:12: refused: .* \(No answer here\)/);
    expect(out).toContain('two.gift: lost: The difficulty “easy” is lost.');
  });

  it.each([
    ['a file that is not there', ['convert', 'nowhere.md', 'x.gift'], 'cannot be read: there is no such file'],
    ['a format that has to be named', ['convert', 'bank.md', 'x.xml'], 'Name it with --to, one of: markdown'],
    ['a format that nobody knows', ['convert', 'bank.md', 'x.docx'], 'cannot be told'],
    ['a format that is named wrongly', ['convert', 'bank.md', 'x.gift', '--from', 'word'], 'Known formats: markdown'],
    ['a file without questions', ['convert', 'words.md', 'x.gift'], 'holds no question'],
    ['a call that cannot be understood', ['convert', 'bank.md'], 'Usage: waymark convert'],
    ['a verb that does not exist', ['transmogrify'], 'There is no command'],
  ])('exits with 2 for %s', async (_, args, message) => {
    await file('words.md', 'only words');
    const { code, error, out } = waymark(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
  });
});

describe('waymark lint', () => {
  it('has nothing to say about a sound bank', async () => {
    const { code, out } = waymark('lint', await file('sound.md', sound));
    expect([code, out]).toEqual([0, expect.stringContaining('nothing to mend')]);
  });

  it('names the line of every finding', async () => {
    const weak = sound
      .replace('- [ ] POST\n  > It adds.\n', '- [ ] All of the above\n')
      .replace('> GET is safe.\n', '');
    const { code, out } = waymark('lint', await file('weak.md', `\n\n${weak}`), '--json');
    const [{ findings }] = JSON.parse(out);
    expect(code).toBe(1);
    expect(findings.map(({ line, code: what }: { line: number; code: string }) => `${line} ${what}`)).toEqual([
      '3 option_refers_to_others',
      '3 feedback_missing',
      '3 explanation_missing',
    ]);
  });

  it('exits with 2 for a file in which nothing can be used, and says why', async () => {
    for (const [name, text, message] of [
      ['none.csv', '', 'none.csv:1: The file is empty.'],
      ['odd.xml', '<quiz>\n<question type="weird"/></quiz>', 'odd.xml:2: Questions of the type'],
    ] as const) {
      const { code, error, out } = waymark('lint', await file(name, text));
      expect([code, out, error]).toEqual([2, '', expect.stringContaining(message)]);
    }
  }, 120_000);

  it('finds nothing to mend in the shipped course, beside its policies and topics', () => {
    const { code, out } = waymark('lint', join(root, 'courses/python-backend'));
    expect([code, out.match(/nothing to mend/g)?.length]).toEqual([0, 14]);
  });
});

describe('waymark analyse', () => {
  it('prints every statistic of a table of marks', async () => {
    const path = await file('marks.csv', 'q1:1,q2:2,q3:1\n1,2,0\n0,1,1\n1,1.5,1\n0,,0\n');
    const { code, out } = waymark('analyse', path, '--json');
    const { quiz, items } = JSON.parse(out);
    expect(code).toBe(0);
    expect(quiz).toMatchObject({ attempts: 4, mean: 2.125, median: 2.5 });
    expect(items[2]).toMatchObject({ name: 'q3', facility: 0.5, discriminationIndex: expect.closeTo(10.4828, 3) });
    expect(waymark('analyse', path).out).toMatch(/internal consistency %\s+62\.6087/);
  });

  it('exits with 2 for marks that are none, with line and column', async () => {
    const { code, error } = waymark('analyse', await file('bad.csv', 'q1:1,q2:1\n1,often\n'));
    expect([code, error]).toEqual([2, expect.stringMatching(/^bad\.csv:2:2: “often” is no mark/)]);
  });
});
