import { magnitude } from '../../budget/amount.ts'
import type { AmountCell, BudgetTable, Line } from '../../budget/dataset.ts'
import type { Check } from '../check.ts'
import { sumOf } from '../check.ts'
import type { Culprit } from '../culprit.ts'
import { directionOf, isOfNamedParts, termsOf } from '../kin.ts'
import { gapOf, isGap, type Rival, type Scene } from './rival.ts'

/** The table and column in which a check adds up rows; null for other checks. */
function columnOf(
  check: Check,
  scene: Scene,
): { readonly table: BudgetTable; readonly lines: readonly Line[]; readonly nth: number } | null {
  const place = check.left.terms[0]?.place
  const table = place && scene.table(place.table)
  if (directionOf(check) !== 'down' || !place || !table) return null
  const list = table.lines.find(line => line.row === place.row && line.amounts.has(place.column))?.list ?? 0
  const nth = amountColumns(table, list).indexOf(place.column)
  return nth < 0 ? null : { table, lines: table.lines, nth }
}

const amountColumns = (table: BudgetTable, list: number): number[] =>
  table.columns.filter(column => column.list === list && column.role === 'amount').map(column => column.index)

/** The figures of the column, from top to bottom, with the rows they stand in. */
function figuresOf(check: Check, scene: Scene): readonly (AmountCell & { readonly label: string })[] {
  const found = columnOf(check, scene)
  if (!found) return []
  return found.lines.flatMap(line => {
    const column = amountColumns(found.table, line.list)[found.nth]
    const amount = column === undefined ? undefined : line.amounts.get(column)
    return amount?.money ? [{ ...amount, label: line.label }] : []
  })
}

/** Levels of a list that were all added up make the total two, three or four times. */
const MOST_LEVELS = 6n

/** The sum is a multiple of the whole: 类, 款 and 项, or a repeated subtotal, were taken for one level. */
export const multipleOfWhole: Rival = {
  name: 'multiple',
  words: {
    zh: '各行之和是合计的整数倍：几级科目可能被重复相加',
    en: 'the sum is a multiple of the whole: levels may be added up twice',
  },
  verdict: 'unexplained',
  outweighed: true,
  explains: check => {
    if (!check.unit.endsWith('元')) return false
    const [whole, sum] = [magnitude(sumOf(check.left)), magnitude(sumOf(check.right))]
    if (whole === 0n || sum <= whole) return false
    const times = (2n * sum + whole) / (2n * whole)
    return times >= 2n && times <= MOST_LEVELS && magnitude(sum - times * whole) <= times * (check.tolerance + 1n)
  },
}

/** A total that leaves out more than half of its parts, or counts them twice, is not printed by anybody. */
const NOWHERE_NEAR = 2n

/** The sum is less than half of the whole or more than twice: these are not the parts of this whole. */
export const nowhereNear: Rival = {
  name: 'nowhere-near',
  words: {
    zh: '两边相差一倍以上：相加的可能不是下级各行',
    en: 'one side is more than twice the other: these may not be its parts',
  },
  verdict: 'unexplained',
  outweighed: true,
  explains: check => {
    if (directionOf(check) !== 'down') return false
    const [whole, sum] = [magnitude(sumOf(check.left)), magnitude(sumOf(check.right))]
    return whole > NOWHERE_NEAR * sum || sum > NOWHERE_NEAR * whole
  },
}

/** The difference is a row of the column: it was left out, counted twice, or stands under another head. */
export const oneRow: Rival = {
  name: 'one-row',
  words: {
    zh: '差额等于同列某一行：该行的归属可能读错',
    en: 'the difference is a row of the column, which may belong elsewhere',
  },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) => figuresOf(check, scene).some(({ money }) => isGap(money?.fen ?? 0n, check)),
}

/** A run of rows that makes up a difference by chance less often than one time in this many is no chance. */
const CHANCE = 20

/** The difference is the sum of rows that follow each other: a group was left out or counted twice. */
export const groupOfRows: Rival = {
  name: 'group-of-rows',
  words: { zh: '差额等于同列相邻几行之和', en: 'the difference is the sum of neighbouring rows' },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) => {
    const figures = figuresOf(check, scene).map(({ money }) => money?.fen ?? 0n)
    const step = termsOf(check).reduce((least, term) => (term.step > 0n && term.step < least ? term.step : least), 1_000_000n)
    const places = Number(gapOf(check) / step)
    if (figures.length * figures.length * CHANCE > 2 * places) return false
    return figures.some((_, from) => {
      let sum = 0n
      return figures.slice(from).some(figure => {
        sum += figure
        return isGap(sum, check)
      })
    })
  },
}

/** Rows by which the figures themselves say what is part of what: where each subtree ends. */
function endsOf(figures: readonly bigint[], step: bigint): readonly number[] {
  const ends: number[] = []
  for (let row = figures.length - 1; row >= 0; row--) {
    const whole = figures[row] ?? 0n
    let [next, sum, parts] = [row + 1, 0n, 0n]
    ends[row] = row + 1
    while (whole > 0n && next < figures.length && sum <= whole) {
      sum += figures[next] ?? 0n
      next = ends[next] ?? figures.length
      parts += 1n
      if (parts > 0n && 2n * magnitude(sum - whole) <= step * (parts + 1n)) {
        ends[row] = next
        break
      }
    }
  }
  return ends
}

/** Under the tree that the figures of the column make by themselves, the whole is the sum of its parts. */
export const otherTree: Rival = {
  name: 'other-tree',
  words: { zh: '按另一种层级相加则相等', en: 'adds up when the rows are nested in another way' },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) => {
    const whole = check.left.terms[0]
    const figures = figuresOf(check, scene)
    const at = figures.findIndex(({ row, column }) => row === whole?.place?.row && column === whole?.place?.column)
    if (!whole || at < 0 || isOfNamedParts(check)) return false
    const rest = figures.filter((_, row) => row !== at)
    const ends = endsOf(
      rest.map(({ money }) => money?.fen ?? 0n),
      whole.step,
    )
    const adds = (from: number): boolean => {
      let [sum, parts, row] = [0n, 0n, from]
      while (row < rest.length) {
        sum += rest[row]?.money?.fen ?? 0n
        row = ends[row] ?? rest.length
        parts += 1n
        if (parts > 1n && 2n * magnitude(sum - whole.fen) <= whole.step * (parts + 1n)) return true
        if (sum > whole.fen + whole.step * parts) return false
      }
      return false
    }
    return adds(at) || adds(0)
  },
}

/** 过次页 and 承前页: sums carried over a page break stand among the rows. */
const CARRY_LINE = /^(?:过次页|承前页|转次页|接前页|转下页|承上页)/

/** Lines that carry a sum over a page break stand among the rows. */
export const carryLines: Rival = {
  name: 'carry-lines',
  words: { zh: '表中有过次页、承前页', en: 'sums carried over a page break stand among the rows' },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) => figuresOf(check, scene).some(({ label }) => CARRY_LINE.test(label)),
}

/** Two parts of one name: a unit and the department of its name, a 款 and its only 项. */
export const sameName: Rival = {
  name: 'same-name',
  words: { zh: '相加的几行中有同名两行，可能是上下级', en: 'two of the parts have one name and may be one inside the other' },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) => {
    const rows = new Set(check.right.terms.map(({ place }) => place?.row))
    const labels = figuresOf(check, scene).flatMap(({ row, label }) => (rows.has(row) && label !== '' ? [label] : []))
    return new Set(labels).size < labels.length
  },
}

/** Whether the figure that relations of two directions ask for is a blank: it may have been lost. */
const isAskedFor = (culprit: Culprit | null): boolean =>
  culprit !== null && culprit.term.step === 0n && culprit.directions.size > 1

/** A blank is not 0.00: a head whose figure is not printed says nothing about its parts. */
export const headWithoutFigure: Rival = {
  name: 'blank-head',
  words: { zh: '有一处未印数字', en: 'a figure is not printed' },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) =>
    check.unit.endsWith('元') &&
    ([check.left, check.right].some(side => side.terms.every(({ step }) => step === 0n)) || isAskedFor(scene.culprit(check))),
}

/** A head with one part that is less: another part may have been lost. */
export const onlyPart: Rival = {
  name: 'only-part',
  words: { zh: '只有一个下级行且小于合计：可能漏读一行', en: 'the only part is less than the whole: another may be lost' },
  verdict: 'unexplained',
  outweighed: true,
  explains: check => {
    if (directionOf(check) !== 'down' || check.right.terms.length !== 1) return false
    return magnitude(sumOf(check.right)) < magnitude(sumOf(check.left))
  },
}

/** The row adds up when its figures are read one column over: the first part is the sum of the others. */
export const oneColumnOver: Rival = {
  name: 'one-column-over',
  words: { zh: '整行向旁错一列读则相等', en: 'the row adds up when it is read one column over' },
  verdict: 'unexplained',
  outweighed: true,
  explains: check => {
    if (directionOf(check) !== 'across') return false
    const [first, ...rest] = check.right.terms
    const sum = rest.reduce((fen, term) => fen + term.fen, 0n)
    return first !== undefined && first.fen !== 0n && magnitude(first.fen - sum) <= check.tolerance
  },
}

/** The difference is a figure of another column of the row: the columns may belong together otherwise. */
export const otherColumn: Rival = {
  name: 'other-column',
  words: { zh: '差额等于同一行另一列', en: 'the difference is another column of the row' },
  verdict: 'unexplained',
  outweighed: true,
  explains: (check, scene) => {
    const place = check.left.terms[0]?.place
    const table = place && scene.table(place.table)
    if (directionOf(check) !== 'across' || !place || !table) return false
    const used = new Set(termsOf(check).map(term => term.place?.column))
    const line = table.lines.find(other => other.row === place.row && other.amounts.has(place.column))
    return [...(line?.amounts ?? [])].some(
      ([column, { money }]) => !used.has(column) && money !== null && isGap(money.fen, check),
    )
  },
}
