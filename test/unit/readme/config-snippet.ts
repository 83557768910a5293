/** The `medusa-config.ts` that the README shows; tests run it, so that what it shows works. */
export function configSnippet(readme: string): string {
  const snippet = / *```ts\n *\/\/ medusa-config\.ts\n([\s\S]*?)```/.exec(readme)?.[1]
  if (!snippet) throw new Error('README.md has no block that begins with "```ts" and "// medusa-config.ts".')
  return snippet
}
