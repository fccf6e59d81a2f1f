import { relative } from 'node:path'

/** A folder as the user would write it: relative when it is below where they stand. */
export function shownPath(cwd: string, folder: string): string {
  const path = relative(cwd, folder) || '.'
  return path.startsWith('..') ? folder : path
}
