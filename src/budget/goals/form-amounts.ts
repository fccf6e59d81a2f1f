import type { Cell, Table } from '../../table/table.ts'
import type { FormAmount, UnitNamed } from '../dataset.ts'
import { labelOf, plain } from '../label.ts'
import { type AmountCell, moneyOf, printedAmount } from '../money/amount.ts'
import { unitIn } from '../money/unit.ts'
import { type Lookup, lineKey, lookupOf } from '../rows/rows.ts'
import { NO_MONEY_COLUMN } from '../words.ts'
import { GOAL_WORDS } from './indicator-words.ts'

/** Labels of money in forms of performance goals; what is to be done with money is told in a sentence, which labels none. */
const MONEY_LABEL = /资金|拨款|预算|支出|收入|金额|执行数|补助(?:区县)?$|结转/
const SENTENCE = /[，。；]/
/** A name with its unit of money behind it, 预算规模（万元）; the unit alone stands beside goals. */
const IN_MONEY = /..\([千万亿]?元\)$/

const nameOfLabel = (text: string): string =>
  labelOf(text)
    .name.replace(/\((?:千|万|亿)?元\)$/, '')
    .replace(/:$/, '')

/** What heads say of money and nothing else: planned, planned anew, by how much, spent. */
const MEASURES: ReadonlySet<string> = new Set(['budget', 'adjusted', 'change', 'executed', 'final'])

/** Whether a head tells what was planned from what was spent: 全年（调整）预算数, 预算执行数. */
const isMeasure = ({ text }: Cell): boolean =>
  lineKey(nameOfLabel(text))
    ?.split('.')
    .every(word => MEASURES.has(word)) === true

/** Heads of parts of the money that a head above them names: 总额, 财政拨款 and 其他资金 below 预算金额（万元）. */
const PARTS = /^(?:[总合小]计|总额|合计金额|财政(?:拨款|资金)|(?:其他|自有|单位)资金|基本支出|项目支出)$/

/** What stands over its parts in a column of labels: 年度资金总额 over 其中：财政拨款. */
const TOTAL_OF_PARTS = /总额$/

const isFigure = ({ text }: Cell): boolean => printedAmount(text) !== null

/** A way from a figure to its labels: the next cell, and the first that is no figure. */
interface Way {
  readonly next: (cell: Cell) => Cell | undefined
  readonly text: (cell: Cell) => Cell | undefined
}

/** A way that walks no cell twice: a form may have as many figures as rows. */
function wayOf(next: Way['next']): Way {
  const known = new Map<Cell, Cell | undefined>()
  const text = (cell: Cell): Cell | undefined => {
    const other = next(cell)
    if (other === undefined || !isFigure(other)) return other
    if (!known.has(other)) known.set(other, text(other))
    return known.get(other)
  }
  return { next, text }
}

/** The ways to the left and up, what stands at a place, and whether a form prints a label more than once. */
interface Ways {
  readonly left: Way
  readonly up: Way
  readonly at: Lookup
  readonly isTwice: (label: Cell) => boolean
}

function waysIn(cells: readonly Cell[], lookup: Lookup): Ways {
  const [once, twice] = [new Set<string>(), new Set<string>()]
  for (const name of cells.map(({ text }) => nameOfLabel(text))) (once.has(name) ? twice : once).add(name)
  return {
    at: lookup,
    isTwice: ({ text }) => twice.has(nameOfLabel(text)),
    left: wayOf(({ row, column }) => (column === 0 ? undefined : lookup(row, column - 1))),
    up: wayOf(({ row, column }) => (row === 0 ? undefined : lookup(row - 1, column))),
  }
}

const isNamed = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && !isFigure(cell) && /^[^\d≥≤<>=]/.test(cell.text.trim()) && !NO_MONEY_COLUMN.test(plain(cell.text))
const isMoney = (cell: Cell | undefined): cell is Cell =>
  isNamed(cell) && MONEY_LABEL.test(nameOfLabel(cell.text)) && !SENTENCE.test(cell.text)
const isMoneyOrIn = (cell: Cell | undefined): cell is Cell =>
  isNamed(cell) && (IN_MONEY.test(plain(cell.text)) || isMoney(cell))

/** Whether a head is a part of the money that a head over several columns names. */
const isPartOf = (group: Cell | undefined, head: Cell): boolean =>
  isMoney(group) && group.columnSpan > head.columnSpan && PARTS.test(plain(head.text))

/** The head over the names of tasks, beside what is told of them: 任务名称 | 主要内容. */
const NAME_HEAD = /名称$/

/** The name in a row of several texts, by the head over it; undefined where no head says which the name is, or the name holds several rows. */
function nameBeside(text: Cell, head: Cell, { left, at }: Ways): Cell | undefined {
  for (let cell: Cell | undefined = text; cell?.row === text.row; cell = left.next(cell))
    if (cell.rowSpan === text.rowSpan && NAME_HEAD.test(plain(at(head.row, cell.column)?.text ?? ''))) return cell
  return undefined
}

/** What the parts in a column of labels are of: 全年预算数 over 其中：财政拨款 and 其他资金; their total where the form prints such parts of two, as of several years and of the year. */
function planOver(part: Cell, ways: Ways): readonly Cell[] {
  const over = ways.up.next(part)
  if (over === undefined) return []
  if (isMeasure(over) || (ways.isTwice(part) && TOTAL_OF_PARTS.test(nameOfLabel(over.text)))) return [over]
  return PARTS.test(nameOfLabel(over.text)) ? planOver(over, ways) : []
}

/** Labels of a figure: that of its row and a head that tells plan from spending or a part, else the text beside it, else the one above it. */
function labelsOfFigure(cell: Cell, ways: Ways, isLabel: (cell: Cell | undefined) => cell is Cell): readonly Cell[] {
  const { left, up } = ways
  const [beside, above, row, head] = [left.next(cell), up.next(cell), left.text(cell), up.text(cell)]
  if (isNamed(head) && isMeasure(head) && isNamed(row) && !isMeasure(row)) return [row, head]
  const group = head && up.next(head)
  const isPart = isNamed(head) && isPartOf(group, head)
  // A label that stands beside the heads too names them all; whose part it is says the head above: 基本支出 of 财政拨款 and of 其他资金.
  if (isPart && isNamed(group) && row !== undefined && row.row <= group.row) return [group, head]
  const name = isPart && row ? nameBeside(row, head, ways) : undefined
  if (isPart && isNamed(name)) return [name, head]
  // A label that stands beside several rows names the block; the label of the figure is then above it.
  if (isLabel(beside) && !(beside.rowSpan > 1 && isLabel(above) && above.row >= beside.row))
    return [beside, ...(PARTS.test(nameOfLabel(beside.text)) ? planOver(beside, ways) : [])]
  return isLabel(above) ? [above] : []
}

/** What the label of a figure and its head say of its money; that it is a sum says nothing beside more. */
function keyOfNames({ label, head }: { readonly label: string; readonly head: string | null }): string | null {
  const words = new Set([label, head].flatMap(name => (name && lineKey(name)?.split('.')) || []))
  if (words.size > 1) words.delete('total')
  return [...words].join('.') || null
}

/** The unit of a figure and where it is printed: behind it, in its label, in a head over it, in those of its rows and of its heads, else that of the table. */
function unitOfFigure(
  cell: Cell,
  { own, labels, lookup, found }: { own: string | null; labels: readonly Cell[]; lookup: Lookup; found: UnitNamed | null },
): Pick<AmountCell, 'unit' | 'unitSource'> | null {
  const [label, head] = labels
  const over = head && lookup(head.row - 1, head.column)
  const texts = [label, head, over, lookup(cell.row, 0), head && lookup(head.row, 0)].map(one =>
    one ? unitIn(one.text) : null,
  )
  const named = texts.find(unit => unit !== null) ?? null
  if (own !== null) return { unit: own, unitSource: 'cell' }
  if (named !== null) return { unit: named, unitSource: 'row' }
  return found && { unit: found.unit, unitSource: found.where }
}

/** Figures of money in a form: 资金总额, 财政拨款, 当年预算 … */
export function formAmounts(table: Table, found: UnitNamed | null): FormAmount[] {
  const lookup = lookupOf(table)
  const ways = waysIn(table.cells, lookup)
  const goals = table.cells.filter(({ text }) => GOAL_WORDS.value.test(plain(text)))
  const isGoal = (cell: Cell): boolean => goals.some(({ row, column }) => row < cell.row && column <= cell.column)
  return table.cells.flatMap(cell => {
    const printed = printedAmount(cell.text)
    if (printed === null || !/^(?:value|zero)$/.test(printed.state)) return []
    // A unit of money behind a figure or its label says that it is money, whatever it is called; below the head of goals it is a goal.
    const isLabel = printed.unit === null ? isMoneyOrIn : isNamed
    const labels = labelsOfFigure(cell, ways, isGoal(cell) ? isMoney : isLabel)
    const unit = unitOfFigure(cell, { own: printed.unit, labels, lookup, found })
    const [label, head] = labels
    const money = unit && moneyOf(printed.text, unit.unit)
    if (label === undefined || unit === null || money === null) return []
    const amount: AmountCell = {
      ...{ table: table.id, row: cell.row, column: cell.column, cell },
      ...{ state: printed.state, money, ...unit },
    }
    const named = { label: nameOfLabel(label.text), head: head ? nameOfLabel(head.text) : null }
    return [{ ...named, key: keyOfNames(named), amount }]
  })
}
