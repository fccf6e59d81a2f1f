import { dirname, resolve } from 'node:path'

/** Where a user stands, and where the results are. */
export interface Stands {
  readonly cwd: string
  readonly out: string
}

/** Where the file of a document may lie, by its path as it was given: seen from where the user stands, from beside the results, or from among them. */
export const originalPaths = (file: string, { cwd, out }: Stands): string[] =>
  [cwd, dirname(out), out].map(base => resolve(base, file))
