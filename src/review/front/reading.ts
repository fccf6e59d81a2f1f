import type { Found } from '../../corrections/place.ts'
import type { DocumentJson } from '../../write/document/document.ts'
import { isDoubtful } from '../../write/document/doubtful.ts'
import { type Place, samePlace } from './route.ts'

export type Table = DocumentJson['tables'][number]
export type Cell = Table['cells'][number]
export type Check = DocumentJson['checks'][number]
export type Finding = DocumentJson['findings'][number]

export type { Found }

export const placeOf = ({ table, cell: { row, column } }: Found): Place => ({ table: table.id, row, column })
export const keyOf = ({ table, row, column }: Place): string => `${table}/${row}/${column}`

/** What is looked up again and again in a document, worked out once. */
export interface Reading {
  readonly document: DocumentJson
  readonly byKey: ReadonlyMap<string, Found>
  readonly byPage: ReadonlyMap<number, readonly Found[]>
  /** Checks through a cell, by its key; indices in `checks`. */
  readonly checksOf: ReadonlyMap<string, readonly number[]>
  /** Cells nothing vouches for: first those in broken identities, that with the most before all, then page after page as they are printed. */
  readonly doubtful: readonly Place[]
  /** What is said of a cell, the worst: broken, doubtful, reviewed. */
  readonly looks: ReadonlyMap<string, 'broken' | 'doubtful' | 'reviewed' | 'published'>
}

function checksByCell({ checks }: DocumentJson): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [at, { left, right }] of checks.entries())
    for (const { cell } of [...left.terms, ...right.terms])
      if (cell) {
        const key = keyOf(cell)
        const own = found.get(key) ?? []
        if (own.at(-1) !== at) found.set(key, [...own, at])
      }
  return found
}

function looksOf({ findings }: DocumentJson, all: readonly Found[]): Reading['looks'] {
  const looks = new Map<string, 'broken' | 'doubtful' | 'reviewed' | 'published'>()
  for (const found of all) {
    if (isDoubtful(found.cell)) looks.set(keyOf(placeOf(found)), 'doubtful')
    if (found.cell.source === 'reviewed') looks.set(keyOf(placeOf(found)), 'reviewed')
  }
  for (const { verdict, severity, cells } of findings) {
    if (severity === 'info') continue
    for (const place of cells) {
      const key = keyOf(place)
      if (verdict === 'published-inconsistency') looks.set(key, 'published')
      else if (verdict !== 'rounding' && looks.get(key) !== 'reviewed') looks.set(key, 'broken')
    }
  }
  return looks
}

/** Order in which cells are met on the pages: by page, then down, then to the right. */
export const asPrinted = (a: Cell, b: Cell): number => a.page - b.page || a.box[1] - b.box[1] || a.box[0] - b.box[0]

/** A document with its look-ups. */
export function readingOf(document: DocumentJson): Reading {
  const all = document.tables.flatMap(table => table.cells.map(cell => ({ table, cell })))
  const checksOf = checksByCell(document)
  const brokenThrough = (place: Place): number =>
    (checksOf.get(keyOf(place)) ?? []).filter(at => document.checks[at]?.outcome === 'broken').length
  // Not by their confidence: a reader who is sent from page to page waits for a picture at every cell.
  const doubtful = all
    .filter(({ cell }) => isDoubtful(cell))
    .map(found => ({ place: placeOf(found), broken: brokenThrough(placeOf(found)), cell: found.cell }))
    .sort((a, b) => b.broken - a.broken || asPrinted(a.cell, b.cell))
    .map(({ place }) => place)
  return {
    document,
    byKey: new Map(all.map(found => [keyOf(placeOf(found)), found])),
    byPage: Map.groupBy(all, ({ cell }) => cell.page),
    checksOf,
    doubtful,
    looks: looksOf(document, all),
  }
}

/** The next of a list after one of it, from the end to the beginning; the first when it is none of them. */
export function nextOf<T>(list: readonly T[], isNow: (one: T) => boolean, step: 1 | -1): T | null {
  const at = list.findIndex(isNow)
  if (list.length === 0) return null
  return list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length] ?? null
}

/** The pages that are looked at next: that of the doubtful cell after the one that is looked at, else those beside the page. */
export function pagesAhead({ document, doubtful, byKey }: Reading, page: number, selected: Place | null): readonly number[] {
  const isNow = (place: Place): boolean => samePlace(place, selected)
  const next = doubtful.some(isNow) ? nextOf(doubtful, isNow, 1) : null
  const found = next && byKey.get(keyOf(next))
  if (found) return [found.cell.page]
  return document.pages.map(one => one.page).filter(one => Math.abs(one - page) === 1)
}

/** The cell that covers a place of a table. */
export const covering = ({ cells }: Table, row: number, column: number): Cell | undefined =>
  cells.find(
    cell => cell.row <= row && row < cell.row + cell.rowSpan && cell.column <= column && column < cell.column + cell.columnSpan,
  )

/** Header path of a cell and the label of its row, as a reader would name the figure. */
export function nameOf({ table, cell }: Found): string {
  const path = table.columns[cell.column]?.path.join(' / ') ?? ''
  const label = table.lines.find(({ row }) => row === cell.row)?.label ?? covering(table, cell.row, 0)?.text ?? ''
  return [table.title ?? table.id, label, path].filter(Boolean).join(' · ')
}
