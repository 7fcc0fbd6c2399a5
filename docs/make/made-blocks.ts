/**
 * Parts of a page that a program makes stand between two comments, which a reader does not see:
 * `<!-- made by npm run docs: name -->` and `<!-- end -->`.
 */
const block = /(<!-- made by npm run docs: ([a-z]+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** The page with each of its made parts as it should be. Every part must be in the page, and no other. */
export function withBlocks(page: string, blocks: ReadonlyMap<string, string>): string {
  const names: string[] = [];
  const made = page.replace(block, (_, begin: string, name: string, end: string) => {
    names.push(name);
    return `${begin}${blocks.get(name) ?? ''}\n${end}`;
  });
  const wanted = [...blocks.keys()];
  if (names.join() !== wanted.join())
    throw new Error(`the page has the made parts ${names.join(', ')} and should have ${wanted.join(', ')}`);
  return made;
}
