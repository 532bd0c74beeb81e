import type { Client } from './client.js';
import type { CourseView } from './shapes.js';

/** The slip of an author: the second option is the right one, and the first is marked. */
const slip = {
  key: 'demo-slip',
  wrong: '- [x] It asks for the page again\n- [ ] It asks for the headers of the page only\n',
  right: '- [ ] It asks for the page again\n- [x] It asks for the headers of the page only\n',
};

/** Types that the shipped banks use little, so that everybody meets them; keys keep a second demo from doubling them. */
function bank(slipOptions: string): string {
  return `## Match each command with what it does. {#demo-matching type=matching}

- \`ls\` => lists the files of a folder
  > It lists; \`cat\` would show what is in them.
- \`pwd\` => prints the folder you are in
- \`cd\` => moves to another folder
- => deletes a folder

> Each is one of the first commands of any shell.

## Put the steps of opening a page in order. {#demo-ordering type=ordering scoring=adjacent_pairs}

1. Look up the address of the name
2. Open a connection
3. Send the request
4. Show the answer

> Without an address there is nothing to connect to.

## A request and its answer {#demo-cloze type=cloze}

A browser sends {{method}} to read a page; the server answers {{status}} when all is well, and the body is {{kind}}.

- {{method}}: GET
- {{status}}: 200
- {{kind}}
  - [x] HTML
  - [ ] SQL

> Reading is GET, success is 200, and pages are HTML.

## Why do scripts check exit codes? {#demo-essay type=essay words-min=5 words-max=80 points=1}

> [!rubric]
>
> - Reason
>   - 0: None
>   - 1: Names that errors go unnoticed otherwise
> - Example
>   - 0: None
>   - 1: Gives one

> [!explanation]
> A script that goes on after a failure works on things that are not there.

## What does an HTTP HEAD request do? {#${slip.key}}

${slipOptions}- [ ] It deletes the head of the page

> HEAD is GET without the body.
`;
}

export interface Workshop {
  readonly sectionId: string;
  readonly slipId: string;
}

interface Imported {
  readonly items: readonly { outcome: string; questionId?: string; reasons: readonly string[] }[];
}

/** Adds the questions to the first section and puts them on every paper of it. */
export async function addWorkshop(author: Client, courseId: string): Promise<Workshop> {
  const { sections } = await author.call<CourseView>('content', `/courses/${courseId}`);
  const section = sections[0];
  if (!section) throw new Error('the course has no section');
  const ids = await importBank(author, section.id, slip.wrong);
  const slipId = ids.at(-1);
  if (ids.length !== 5 || slipId === undefined) throw new Error(`${ids.length} of 5 questions were imported`);
  await author.call('content', `/sections/${section.id}`, {
    method: 'PATCH',
    headers: { 'if-match': `"${section.version}"` },
    body: { policy: { fixedQuestions: ids, drawCount: 3 } },
  });
  console.log(
    `Five more questions for everybody in "${section.title}": matching, ordering, gaps, an essay, and a slip`,
  );
  return { sectionId: section.id, slipId };
}

/** The author mends the key: the question gets its next version. @returns its number. */
export async function mendSlip(author: Client, { sectionId, slipId }: Workshop): Promise<number> {
  await importBank(author, sectionId, slip.right);
  return (await author.call<{ version: number }>('content', `/questions/${slipId}`)).version;
}

async function importBank(author: Client, sectionId: string, slipOptions: string): Promise<string[]> {
  const { items } = await author.call<Imported>('content', `/sections/${sectionId}/questions:import`, {
    body: { format: 'markdown', text: bank(slipOptions) },
  });
  const reasons = items.flatMap((item) => (item.outcome === 'imported' ? [] : item.reasons));
  if (reasons.length > 0) throw new Error(`the workshop was not imported: ${reasons.join(' ')}`);
  return items.flatMap(({ questionId }) => questionId ?? []);
}
