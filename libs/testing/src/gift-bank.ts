const templates: readonly ((index: number) => string)[] = [
  (index) =>
    `// [id:q${index}] [tag:loops]\n::Question ${index}::What does item ${index} of the list print?{\n\t=The ${index}th line#Right: the counter starts at 1.\n\t~The line before it#The counter starts at 1, not at 0.\n\t~%50%Both lines\n\t~Nothing\n\t####The loop runs once for every line.\n}`,
  (index) =>
    `[html]<p>Which of these hold for <code>x = ${index}</code>?</p>{\n\t~%50%It is a number\n\t~%50%<em>It is positive</em>\n\t~%-100%It is a list\n}`,
  (index) => `Statement ${index}: a tuple can be changed.{FALSE#A tuple is immutable.#Right.}`,
  (index) => String.raw`The result of ${index}+1\=? is called {=sum =%50%total#Nearly.} in arithmetic.`,
  (index) =>
    `How many bytes are ${index} kibibytes?{#=${index * 1024}:0.5 =%50%${index * 1000}:1#Kilobytes.\n~#Multiply by 1024.}`,
  (index) =>
    `Match the commands of lesson ${index}.{\n=git fetch -> downloads\n=git merge -> joins\n=git push -> uploads\n= -> deletes\n}`,
];

/** A GIFT file with as many questions, of all kinds that people write, no two the same. */
export function giftBank(count: number): string {
  return Array.from({ length: count }, (_, index) => templates[index % templates.length]!(index)).join('\n\n'); // within length
}
