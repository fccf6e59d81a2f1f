import { type CellPlace, type Finding, findingFrom } from '../finding.ts'
import { type Box, contains } from '../geometry.ts'
import type { Cell as TableCell } from '../table/table.ts'

/** A figure that was not read for sure, and what else it may be, likeliest first: the first reading stands on the page. */
export interface Doubtful {
  readonly page: number
  readonly box: Box
  readonly readings: readonly { readonly text: string }[]
}

/** What repairing has to know of a cell. */
type Cell = Pick<TableCell, 'row' | 'column' | 'page' | 'box' | 'text' | 'lines' | 'confidence'>

/** What repairing has to know of a table. */
interface TableOfCells<C extends Cell> {
  readonly id: string
  readonly cells: readonly C[]
}

/** An identity as tried on the tables: whether it holds, and the cells it goes through. */
export interface Tried {
  readonly outcome: 'holds' | 'broken' | 'open'
  readonly cells: readonly CellPlace[]
}

/** Tries are bounded: a document whose every figure is doubtful is no case for arithmetic. */
const MOST_TRIES = 200
/** Confidence of a figure that all identities through it ask for, and no other candidate satisfies; it is as sure as the others that ask for it. */
const BY_IDENTITY = 0.95

/**
 * Arithmetic as the second reader: where an identity through a doubtful figure is broken, all other figures of it are surer
 * than that one, and exactly one of the recogniser's other readings, or the figure without a sign that may be dirt, makes all
 * identities through it hold and breaks none that held, that reading is taken, and a finding says so. In every other case the
 * figure stays as it was read, and doubtful: on the page of a fax any of them may be the one that is wrong.
 */
export function repair<C extends Cell, T extends TableOfCells<C>>(
  tables: readonly T[],
  doubts: readonly Doubtful[],
  evaluate: (tables: readonly T[]) => readonly Tried[],
): { readonly tables: readonly T[]; readonly findings: readonly Finding[] } {
  const doubtful = placesOf(tables, doubts)
  if (doubtful.length === 0) return { tables, findings: [] }
  let current = tables
  let tried = evaluate(tables)
  let tries = 0
  const findings: Finding[] = []
  for (const { place, doubt, confidence } of doubtful) {
    const own = through(tried, place)
    if (broken(own) === 0) continue
    const sureness = Math.min(BY_IDENTITY, leastSure(current, own, place))
    if (sureness <= confidence) continue
    const fitting: { readonly text: string; readonly tables: readonly T[]; readonly tried: readonly Tried[] }[] = []
    for (const { text } of doubt.readings.slice(1)) {
      if (tries++ >= MOST_TRIES) return { tables: current, findings }
      const changed = withText(current, place, { text, confidence: sureness })
      const after = evaluate(changed)
      if (fits(tried, after, place)) fitting.push({ text, tables: changed, tried: after })
    }
    const [only] = fitting
    if (only === undefined || fitting.length > 1) continue
    current = only.tables
    tried = only.tried
    findings.push(findingOf(place, doubt, only.text))
  }
  return { tables: current, findings }
}

/** Doubtful figures with their place in the tables; those that stand in no cell, or beside other text in one, are left out. */
function placesOf<C extends Cell>(tables: readonly TableOfCells<C>[], doubts: readonly Doubtful[]) {
  return doubts.flatMap(doubt => {
    const [x, y] = [(doubt.box[0] + doubt.box[2]) / 2, (doubt.box[1] + doubt.box[3]) / 2]
    return tables.flatMap(table => {
      const cell = table.cells.find(
        ({ page, box, text }) => page === doubt.page && text === doubt.readings[0]?.text && contains(box, x, y),
      )
      return cell === undefined
        ? []
        : [{ place: { table: table.id, row: cell.row, column: cell.column }, doubt, confidence: cell.confidence }]
    })
  })
}

const isAt = (place: CellPlace, { table, row, column }: CellPlace): boolean =>
  place.table === table && place.row === row && place.column === column

const through = (tried: readonly Tried[], place: CellPlace): Tried[] =>
  tried.filter(({ cells }) => cells.some(cell => isAt(cell, place)))

/** The confidence of the least sure of the other cells that some relations go through. */
function leastSure<C extends Cell>(tables: readonly TableOfCells<C>[], tried: readonly Tried[], place: CellPlace): number {
  const others = tried.flatMap(({ cells }) => cells.filter(cell => !isAt(cell, place)))
  const isOther = (id: string, { row, column }: Cell): boolean => others.some(other => isAt(other, { table: id, row, column }))
  const confidences = tables.flatMap(({ id, cells }) =>
    cells.filter(cell => isOther(id, cell)).map(({ confidence }) => confidence),
  )
  return Math.min(...confidences)
}

const broken = (tried: readonly Tried[]): number => tried.filter(({ outcome }) => outcome === 'broken').length

/** Whether a change mended what went through its place, left nothing there that can no longer be tried, and broke nothing that held elsewhere; what could not be tried before may be as wrong as it was. */
function fits(before: readonly Tried[], after: readonly Tried[], place: CellPlace): boolean {
  const [first, own] = [through(before, place), through(after, place)]
  const held = own.filter(({ outcome }) => outcome === 'holds').length
  const was = first.filter(({ outcome }) => outcome !== 'open').length
  const holding = new Set(before.flatMap(({ outcome, cells }) => (outcome === 'holds' ? [cellsOf(cells)] : [])))
  const isSpoilt = after.some(({ outcome, cells }) => outcome === 'broken' && holding.has(cellsOf(cells)))
  return held >= was && broken(own) === 0 && !isSpoilt
}

const cellsOf = (cells: readonly CellPlace[]): string =>
  cells.map(({ table, row, column }) => `${table} ${row} ${column}`).join(';')

function withText<C extends Cell, T extends TableOfCells<C>>(
  tables: readonly T[],
  place: CellPlace,
  { text, confidence }: Pick<Cell, 'text' | 'confidence'>,
): T[] {
  return tables.map(table =>
    table.id !== place.table
      ? table
      : {
          ...table,
          cells: table.cells.map(cell =>
            cell.row === place.row && cell.column === place.column
              ? { ...cell, text, lines: text === '' ? [] : [text], confidence }
              : cell,
          ),
        },
  )
}

function findingOf(place: CellPlace, { page, box, readings }: Doubtful, text: string): Finding {
  const read = readings[0]?.text ?? ''
  return findingFrom({
    ...{ code: 'repaired-by-identity', severity: 'warning', verdict: 'extraction-suspect', table: place.table },
    ...{ cells: [place], page, box, expected: text, actual: read },
    zh: `第${page}页识别为“${read}”，只有${text === '' ? '空白' : `读作“${text}”`}使所有勾稽关系成立，已改用后者`,
    en: `page ${page}: read as ${read}; only ${text === '' ? 'an empty cell' : text} makes all identities hold, and was taken`,
  })
}
