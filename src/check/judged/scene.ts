import type { BudgetColumn, BudgetTable, Dataset } from '../../budget/dataset.ts'
import { plain } from '../../budget/label.ts'
import { decimalOf, isMoneyUnit, magnitude, moneyOf } from '../../budget/money/amount.ts'
import { ANOTHER_BASIS, type ProseFact, WITHHELD } from '../../budget/prose/prose.ts'
import { NO_MONEY_COLUMN } from '../../budget/words.ts'
import { DOUBTFUL } from '../../evidence.ts'
import { once } from '../../once.ts'
import { type Cell, HOW_IT_GOES_ON } from '../../table/table.ts'
import { FIGURES } from '../../table/words.ts'
import { type Check, placeName, type Term } from '../check.ts'
import { proseTerm } from '../relations/compare.ts'
import { roundness } from '../slip.ts'
import { checksByPlace, culpritOf } from './culprit.ts'
import { termsOf } from './kin.ts'
import { pagesOf, piecesOf } from './pieces.ts'
import { basisName, gapOf, type Scene } from './rivals/rival.ts'

/**
 * Figures of other tables that may be rows of this one: of tables of no known kind near it, and of any page that was joined to
 * another table and may not belong there, since pages may be out of order.
 */
function orphans(dataset: Dataset, near: ReadonlySet<number>, own: BudgetTable): bigint[] {
  const unit = own.unit ?? ''
  return dataset.tables
    .filter(other => other !== own)
    .flatMap(({ kind, table }) => {
      if (kind === null && table.regions.some(({ page }) => near.has(page))) return table.cells
      const unsure = new Set(
        table.decisions.filter(one => one.what === HOW_IT_GOES_ON && one.margin < DOUBTFUL).map(({ page }) => page),
      )
      return table.cells.filter(({ page }) => unsure.has(page))
    })
    .flatMap(({ text }) => moneyOf(text, unit)?.fen ?? [])
}

/** The amounts of a table by their row and column. */
const amountsOf = ({ lines }: BudgetTable): ReturnType<Scene['amounts']> =>
  new Map(
    lines.flatMap(({ amounts }) => [...amounts.values()].map(amount => [`${amount.row} ${amount.column}`, amount] as const)),
  )

/** Figures in cells of a table that were not read as its amounts: in its header, two in one cell, in columns of words; those of shares and rates are no money. */
function unreadFigures(budget: BudgetTable): bigint[] {
  const { table, unit, columns } = budget
  const amounts = amountsOf(budget)
  const isShare = ({ role, path }: BudgetColumn): boolean => role === 'text' && NO_MONEY_COLUMN.test(plain(path.at(-1) ?? ''))
  const shares = new Set(columns.filter(isShare).map(({ index }) => index))
  return table.cells
    .filter(({ row, column }) => !shares.has(column) && !amounts.get(`${row} ${column}`)?.money)
    .flatMap(({ text }) => [...text.matchAll(FIGURES)].map(([figure]) => figure).concat(sideBySide(text)))
    .flatMap(figure => moneyOf(figure, unit ?? '')?.fen ?? [])
}

/** The figures of a cell that holds several and nothing else. */
function sideBySide(text: string): string[] {
  const pieces = text.trim().split(/\s+/)
  return pieces.length > 1 && pieces.every(piece => decimalOf(piece) !== null) ? pieces : []
}

const NOTHING_UNREAD: ReturnType<Scene['unread']> = { rows: new Set(), columns: new Set() }

/** What is left of a figure that was cut off at its separator, `323.`; any digits where they are doubted. */
const CUT_FIGURE = /^(?:\d[\d,，]*[.,．，]|[.,．，]\d[\d.,．，]*)$/
const ONLY_DIGITS = /^\d+$/

const isCutFigure = ({ text, confidence }: Cell): boolean =>
  CUT_FIGURE.test(text.trim()) || (confidence < DOUBTFUL && ONLY_DIGITS.test(text.trim()))

/** Columns and rows of cells in the body of a table, one column wide, with a text that is no amount; of rows those with one among their amounts. */
function unreadCells({ table, lines, columns }: BudgetTable): ReturnType<Scene['unread']> {
  const held = new Set(lines.flatMap(({ row, amounts }) => [...amounts.keys()].map(column => `${row} ${column}`)))
  const amounts = new Set(columns.filter(({ role }) => role === 'amount').map(({ index }) => index))
  const unread = table.cells.filter(
    ({ row, column, text, columnSpan }) =>
      row >= table.headerRows && columnSpan === 1 && text.trim() !== '' && !held.has(`${row} ${column}`),
  )
  const first = Math.min(...amounts)
  const isAmong = (cell: Cell): boolean => amounts.has(cell.column) || (cell.column > first && isCutFigure(cell))
  return {
    rows: new Set(unread.filter(isAmong).map(({ row }) => row)),
    columns: new Set(unread.map(({ column }) => column)),
  }
}

/** Figures on the pages of a table outside all cells or in no amount of it, and in tables of no known kind there or on the pages beside. */
function looseFigures(dataset: Dataset, table: BudgetTable): ReadonlySet<bigint> {
  const pages = pagesOf(table)
  const near = new Set(pages.flatMap(page => [page - 1, page, page + 1]))
  const unit = table.unit ?? ''
  return new Set([
    ...dataset.stray.filter(({ page }) => near.has(page)).flatMap(({ text }) => moneyOf(text, unit)?.fen ?? []),
    ...orphans(dataset, near, table),
    ...unreadFigures(table),
  ])
}

/** Figures in the header of a table; years and numbers of columns have no decimal point. */
const headFigures = ({ table, unit }: BudgetTable): bigint[] =>
  table.cells.flatMap(({ row, text }) =>
    row < table.headerRows && text.includes('.') ? (moneyOf(text, unit ?? '')?.fen ?? []) : [],
  )

/** Money carried over: lines and columns that are called so. */
function carriedFigures(dataset: Dataset): ReadonlySet<bigint> {
  const isCarried = (key: string | null): boolean => /(?:^|\.)carry/.test(key ?? '')
  return new Set(
    dataset.tables.flatMap(table => {
      const columns = new Set(table.columns.filter(({ key }) => isCarried(key)).map(({ index }) => index))
      return table.lines.flatMap(line =>
        [...line.amounts.values()].flatMap(({ column, money }) =>
          money !== null && money.fen !== 0n && (isCarried(line.key) || columns.has(column)) ? [money.fen] : [],
        ),
      )
    }),
  )
}

const unknownFigures = ({ tables }: Dataset): ReadonlySet<bigint> =>
  new Set(
    tables
      .filter(({ kind }) => kind === null)
      .flatMap(table => [...amountsOf(table).values()].flatMap(({ money }) => money?.fen ?? [])),
  )

/** Fewer relations than this can be mended by an exchange of digits that means nothing. */
const FEW = 3
const DIGITS = [...'0123456789']

/** A figure with two digits exchanged, as 分. */
function exchanged({ fen, step }: Term, [a, b]: readonly [string, string]): bigint {
  if (step === 0n) return fen
  const digits = Array.from(`${magnitude(fen) / step}`, digit => (digit === a ? b : digit === b ? a : digit)).join('')
  return (fen < 0n ? -1n : 1n) * BigInt(digits) * step
}

function holdsExchanged(check: Check, pair: readonly [string, string]): boolean {
  const sum = (terms: readonly Term[]): bigint => terms.reduce((all, term) => all + term.sign * exchanged(term, pair), 0n)
  const off = sum(check.left.terms) - sum(check.right.terms)
  return magnitude(off) <= check.tolerance
}

/** Whether all but a tenth are so; given up at the first beyond that tenth. */
function isMostly(checks: readonly Check[], isSo: (check: Check) => boolean): boolean {
  let others = 0
  return checks.every(check => isSo(check) || 10 * ++others <= checks.length)
}

/** Two digits whose exchange in all figures mends all that fails but a tenth, and breaks no more than a tenth of what holds. */
export function swappedDigitsOf(checks: readonly Check[]): readonly [string, string] | null {
  const money = checks.filter(({ unit, tables }) => isMoneyUnit(unit) && tables.length > 0)
  const broken = money.filter(({ outcome }) => outcome === 'broken')
  if (broken.length < FEW) return null
  const held = money.filter(({ outcome }) => outcome === 'holds')
  for (const a of DIGITS)
    for (const b of DIGITS) {
      if (a >= b) continue
      const pair = [a, b] as const
      if ([broken, held].every(some => isMostly(some, check => holdsExchanged(check, pair)))) return pair
    }
  return null
}

/** Whether a page among those of a table, or the one behind its last, belongs to no table. */
function isOpenAt(dataset: Dataset, table: BudgetTable): boolean {
  const taken = new Set(dataset.tables.flatMap(pagesOf))
  const pages = pagesOf(table)
  const last = Math.min(Math.max(...pages) + 1, dataset.lastPage ?? Number.POSITIVE_INFINITY)
  for (let page = Math.min(...pages); page <= last; page++) if (!taken.has(page)) return true
  return false
}

const gapKey = ({ identity, tables }: Check): string => `${identity} ${tables[0] ?? ''}`

/** Checks that came out in one way, of a table they touch. */
function byTable(checks: readonly Check[], isWanted: (check: Check) => boolean): (table: string) => readonly Check[] {
  const touching = checks.filter(isWanted).flatMap(check => check.tables.map(table => ({ table, check })))
  const found = Map.groupBy(touching, ({ table }) => table)
  return once(id => (found.get(id) ?? []).map(({ check }) => check))
}

/** Sentences before and behind one in which a figure that it speaks of may be told: the whole of a list stands a heading and a sentence before it. */
const AROUND = 3
/** Facts on each side that are looked at: so many stand in the sentences around. */
const MOST_AROUND = 40

/** The figures told in the sentences around each, by its place among them. */
function toldAround(prose: readonly ProseFact[]): (fact: ProseFact) => readonly ProseFact[] {
  const places = new Map(prose.map((fact, at) => [fact, at]))
  return fact => {
    const at = places.get(fact) ?? 0
    const near = prose.slice(Math.max(0, at - MOST_AROUND), at + MOST_AROUND)
    return near.filter(({ sentence }) => Math.abs(sentence - fact.sentence) <= AROUND)
  }
}

/** The figures that percentages which hold are worked out from. */
const workedOut = (checks: readonly Check[]): ReadonlySet<string> =>
  new Set(
    checks.flatMap(({ from, outcome }) =>
      from && outcome !== 'broken' && outcome !== 'not-evaluable' ? [basisName(from)] : [],
    ),
  )

/** So many percentages that hold to their last place are the habit of a document … */
const EXACT_ONES = 5
/** … where so many do for each that does not. */
const EXACT_EACH = 5

/** Whether the percentages of a document hold to their last place. */
function holdExactly(checks: readonly Check[]): boolean {
  const tried = checks.filter(({ unit, from, outcome }) => unit === '%' && from && outcome !== 'not-evaluable')
  const held = tried.filter(({ outcome }) => outcome === 'holds').length
  return held >= EXACT_ONES && held >= EXACT_EACH * (tried.length - held)
}

/** Figures of fewer digits are printed in tables by chance. */
const TELLING = 3

/** Tells of a figure whether some table prints that amount, by the places that the figure has: a digit of it that is misprinted makes it one that is not. */
function printedIn({ tables }: Dataset): Scene['isPrinted'] {
  const amounts = (): bigint[] =>
    tables.flatMap(({ lines }) => lines.flatMap(line => [...line.amounts.values()].flatMap(({ money }) => money?.fen ?? [])))
  const rounded = once((step: bigint) => new Set(amounts().flatMap(fen => [fen / step, (fen + step / 2n) / step])))
  return ({ fen, step }) => step > 0n && roundness(fen) >= TELLING && rounded(step).has(fen / step)
}

/** What most relations of a document show of all. */
const habitsOf = (checks: readonly Check[]): Pick<Scene, 'isExact' | 'swapped'> => ({
  isExact: holdExactly(checks),
  swapped: swappedDigitsOf(checks),
})

/** Broken checks by the place of the figure that each blames. */
const byCulprit = (broken: readonly Check[], culprit: Scene['culprit']): ReadonlyMap<string | null, readonly Check[]> =>
  Map.groupBy(broken, check => {
    const found = culprit(check)
    return found === null ? null : placeName(found.term)
  })

/** What the narrative tells beside what is compared. */
const toldIn = ({ prose }: Dataset): Pick<Scene, 'said' | 'bases' | 'withholds'> => ({
  said: new Set(prose.flatMap(({ kind, fen }) => (kind === 'amount' && fen !== null ? [fen] : []))),
  bases: prose.flatMap(({ kind, label, page }) => (kind === 'statement' && label === ANOTHER_BASIS ? [page] : [])),
  withholds: prose.some(({ kind, label }) => kind === 'statement' && label === WITHHELD),
})

/** What rivals may look at. */
export function sceneOf(dataset: Dataset, checks: readonly Check[], shifted: Scene['shifted'] = []): Scene {
  const tables = new Map(dataset.tables.map(table => [table.table.id, table]))
  const facts = new Map<string, ProseFact>(dataset.prose.map(fact => [placeName(proseTerm(fact)), fact]))
  const broken = checks.filter(({ outcome }) => outcome === 'broken')
  const gaps = Map.groupBy(broken, gapKey)
  const through = checksByPlace(checks)
  const culprit = once((check: Check) => culpritOf(check, through))
  const blamed = byCulprit(broken, culprit)
  const ofTable = <T>(find: (table: BudgetTable) => T, none: T): ((id: string) => T) =>
    once(id => {
      const table = tables.get(id)
      return table ? find(table) : none
    })
  return {
    through,
    table: id => tables.get(id),
    isOpen: ofTable(table => isOpenAt(dataset, table), false),
    broken: byTable(broken, () => true),
    open: byTable(checks, check => check.outcome === 'not-evaluable' && gapOf(check) > check.tolerance),
    held: byTable(checks, ({ outcome }) => outcome === 'holds'),
    culprit,
    blamed: place => blamed.get(place) ?? [],
    worked: workedOut(checks),
    around: toldAround(dataset.prose),
    fact: term => (term.place === null ? facts.get(placeName(term)) : undefined),
    loose: ofTable(table => looseFigures(dataset, table), new Set()),
    heads: new Set(dataset.tables.flatMap(headFigures)),
    amounts: ofTable(amountsOf, new Map()),
    rows: ofTable(({ table }) => Map.groupBy(table.cells, ({ row }) => row), new Map()),
    unread: ofTable(unreadCells, NOTHING_UNREAD),
    shifted,
    pieces: piecesOf(dataset.tables),
    unknown: unknownFigures(dataset),
    carried: carriedFigures(dataset),
    isPrinted: printedIn(dataset),
    ...toldIn(dataset),
    gaps: check => new Set(gaps.get(gapKey(check))?.map(gapOf)).size,
    ...habitsOf(checks),
  }
}

/** Figures of a check, each with the table it stands in. */
export const tablesOf = (check: Check, scene: Scene): BudgetTable[] =>
  [...new Set(termsOf(check).flatMap(({ place }) => place?.table ?? []))].flatMap(id => scene.table(id) ?? [])
