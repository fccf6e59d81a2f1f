import { dirname, resolve } from 'node:path'

/** Where the file of a document may lie, by its path as it was given: seen from where the user stands, from beside the results, or from among them. */
export const originalPaths = (file: string, { cwd, out }: { readonly cwd: string; readonly out: string }): string[] =>
  [cwd, dirname(out), out].map(base => resolve(base, file))
