import { type Box, roundBox } from './geometry.ts'
import type { Turned } from './page/page.ts'
import { printedBox } from './page/seen/turned-parts.ts'

/** Which pages of a document have parts that were laid out upright. */
export const turnedPages = (
  pages: readonly { readonly page: number; readonly turned?: Turned | undefined }[],
): ReadonlyMap<number, Turned> => new Map(pages.flatMap(({ page, turned }) => (turned === undefined ? [] : [[page, turned]])))

/** Data whose objects tell places by `page` and `box` → the same with the boxes where they are printed, as what shows the page wants them. */
export function atPrintedPlaces<T>(data: T, turned: ReadonlyMap<number, Turned>): T {
  return turned.size === 0 ? data : (placed(data, turned, undefined) as T)
}

/** `own` is how the page around a value is turned, for those that name none. */
function placed(value: unknown, turned: ReadonlyMap<number, Turned>, own: Turned | undefined): unknown {
  if (Array.isArray(value)) return value.map(one => placed(one, turned, own))
  if (value === null || typeof value !== 'object') return value
  const here = 'page' in value && typeof value.page === 'number' ? turned.get(value.page) : own
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'box' && here !== undefined && one !== null ? roundBox(printedBox(one as Box, here)) : placed(one, turned, here),
    ]),
  )
}
