import { entryOf } from '../../../budget/catalog/catalog.ts'
import type { BudgetColumn, BudgetTable, Line, RowSum, RowTree } from '../../../budget/dataset.ts'
import { type AmountCell, magnitude } from '../../../budget/money/amount.ts'
import { type CodeKind, isUnder } from '../../../budget/subjects/code.ts'
import type { Check } from '../../check.ts'
import { SLIP_TOLD, slipDigits } from '../../slip.ts'
import { cellTerm, compare, ifMostHold, isTrivial, notEvaluable, unproven } from '../compare.ts'
import { inOtherUnit } from './other-unit.ts'

/** With so few parents a lost row would make most of them fail: the tree is believed all the same. */
const FEW_PARENTS = 2

interface Sum {
  /** The place of the whole among the lines. */
  readonly at: number
  readonly whole: Line
  readonly parts: readonly Line[]
  /** Whether the reading of the tree is certain enough to call a difference broken. */
  readonly certain: boolean
  /** Whether other sums of the tree show that its rows add up at all. */
  readonly shown: boolean
  readonly what: 'children' | 'total'
  /** Whether the parts are all rows behind the whole that print codes one level under its own: whatever other sums of the table do, these are its parts. */
  readonly isByCodes: boolean
}

/** The sums that the tree of a table's rows claims, and those that its codes do where the tree has left a row out of its class. */
const sumsOf = (table: BudgetTable): readonly (readonly Sum[])[] =>
  table.trees.map(tree => {
    const claimed = tree.sums.map(sum => ({
      at: sum.whole,
      whole: table.lines[sum.whole] as Line,
      parts: sum.parts.map(part => table.lines[part] as Line),
      certain: isList(table)
        ? isFlat(table, sum)
        : isShown(table, tree) || isCoded(table, sum) || (table.kind === null && isFlat(table, sum)),
      shown: isShown(table, tree) || isCoded(table, sum),
      what: sum.what,
      isByCodes: false,
    }))
    return isList(table) ? claimed : claimed.map(sum => byCodes(table, sum))
  })

/** A sum of all rows that stand behind its whole with codes under its own, where the tree has only some of them. */
function byCodes({ lines }: BudgetTable, sum: Sum): Sum {
  const { at, whole, parts } = sum
  if (sum.what === 'total' || !isPrintedCode(whole) || !parts.every(isPrintedCode)) return sum
  let end = at + 1
  while (isUnder(lines[end]?.code ?? '', whole.code ?? '')) end++
  const block = lines.slice(at + 1, end)
  const level = parts[0]?.code?.length
  const under = block.filter(({ code }) => code?.length === level)
  const isWhole = under.every(isPrintedCode) && block.every(({ code }) => (code?.length ?? 0) >= (level ?? 0))
  const isOnce = new Set(under.map(({ code }) => code)).size === under.length
  const isMore = under.length > parts.length && isWhole && isOnce
  const isByCodes = isMore || (isWhole && parts.length === under.length && parts.every(part => under.includes(part)))
  return { ...sum, parts: isMore ? under : parts, isByCodes }
}

const isPrintedCode = ({ code, codeKind, codeInferred }: Line): boolean => code !== null && codeKind !== null && !codeInferred

/** Whether the rows are projects or purchases, whose units and subtotals have no order of their own; a government's are subjects. */
const isList = ({ kind }: BudgetTable): boolean => {
  const entry = entryOf(kind)
  return entry?.form === 'list' && entry.government === undefined
}

/** Whether the levels of a tree are proven; in a table of no known kind by its sums alone. */
const isShown = ({ kind }: BudgetTable, { proof }: RowTree): boolean => (kind === null ? proof === 'sums' : proof !== null)

/** Whether all rows with figures but the total are its parts, and of one kind: there is no other order that they could have. */
const isFlat = ({ lines }: BudgetTable, { whole, parts, what }: RowSum): boolean =>
  what === 'total' &&
  lines.every((line, at) => line.amounts.size === 0 || at === whole || parts.includes(at)) &&
  new Set(parts.map(part => lines[part]?.role)).size === 1

/** Whether all rows of a sum but a total print a code: where their tree is not proven a difference is told, and nobody accused. */
const isCoded = (table: BudgetTable, sum: RowSum): boolean =>
  isOfKind(table, sum, 'function') || (isOfKind(table, sum, 'economic') && isOneLevel(table, sum))

const isOfKind = ({ lines }: BudgetTable, { whole, parts, what }: RowSum, kind: CodeKind): boolean =>
  [...(what === 'total' ? [] : [whole]), ...parts].every(at => lines[at]?.codeKind === kind)

/**
 * Whether the parts of a sum print codes of one length, under that of their whole if it is no total: economic subjects have so
 * few classes that a section left out of its own would stand among the parts of the total.
 */
function isOneLevel({ lines }: BudgetTable, { whole, parts, what }: RowSum): boolean {
  const rows = parts.map(at => lines[at] as Line)
  const above = what === 'total' ? '' : (lines[whole]?.code ?? '')
  return rows.every(
    line => isPrintedCode(line) && isUnder(line.code ?? '', above) && line.code?.length === rows[0]?.code?.length,
  )
}

/** Columns of a list whose figures can be added down: prices of a piece and averages cannot. */
const amountsOf = (table: BudgetTable, line: Line): BudgetColumn[] =>
  table.columns.filter(({ list, role, key }) => list === line.list && role === 'amount' && key !== 'price' && key !== 'average')

/** The amount in the n-th amount column of the list that a line belongs to. */
function nthAmount(table: BudgetTable, line: Line, nth: number): AmountCell | undefined {
  const column = amountsOf(table, line)[nth]
  return column && line.amounts.get(column.index)
}

function tried(identity: string, table: BudgetTable, sum: Sum, nth: number): Check | null {
  const whole = nthAmount(table, sum.whole, nth)
  const parts = sum.parts.flatMap(part => nthAmount(table, part, nth) ?? [])
  if (!whole || parts.length === 0) return null
  const check = compare(
    { identity, instance: `${table.table.id} column ${whole.column} ${sum.whole.label}` },
    { label: sum.whole.label, terms: [cellTerm(whole)] },
    {
      label: sum.parts.length > 3 ? `Σ ${sum.parts.length}` : sum.parts.map(part => part.label).join('+'),
      terms: parts.map(part => cellTerm(part)),
    },
    sum.parts.length === 1 ? 'same' : 'sum',
  )
  if (check.outcome !== 'broken') return check
  if (sum.what === 'total' && isPrintedBeside(table, sum.whole, check))
    return notEvaluable(check, 'its list may go on beside it')
  const isNear = slipDigits(check) >= SLIP_TOLD
  if (!sum.certain && !isNear) return notEvaluable(check, 'the tree of rows is not certain')
  if (table.kind === null && !sum.shown && !isNear && !isOnePart(check) && !inOtherUnit(check))
    return notEvaluable(check, 'nothing shows that the rows add up')
  if (isHeading(sum)) return notEvaluable(check, 'the whole is not printed')
  // A parent whose parts are all blank is only not broken down.
  return check.right.terms.every(({ step }) => step === 0n) ? notEvaluable(check, 'parts are not printed') : check
}

/** Whether what a total lacks is an amount of another list of its table that is headed by the same words: a list in two columns has its last items there. */
function isPrintedBeside(table: BudgetTable, whole: Line, { difference, unit }: Check): boolean {
  const heads = Map.groupBy(table.columns, ({ list }) => list)
  const headsOf = (list: number): string => (heads.get(list) ?? []).map(({ path }) => path.join()).join('|')
  const own = headsOf(whole.list)
  const isLacking = ({ money }: AmountCell): boolean => money?.unit === unit && money.fen === difference && money.fen !== 0n
  return table.lines.some(
    ({ list, amounts }) => list !== whole.list && [...amounts.values()].some(isLacking) && headsOf(list) === own,
  )
}

/** Whether the parts are more than the whole by one of them: a total that leaves out a row. */
const isOnePart = ({ right, difference, tolerance }: Check): boolean =>
  right.terms.some(({ fen }) => fen !== 0n && magnitude(fen + (difference ?? 0n)) <= tolerance)

/** Whether a parent has no figure in any of several columns: it is a heading, where one column may have lost its figure. */
const isHeading = ({ whole, what }: Sum): boolean =>
  what === 'children' && whole.amounts.size > 1 && [...whole.amounts.values()].every(({ state }) => state === 'blank')

/** Why nothing follows from a head that is not what stands below it, and nobody is accused where printed codes say what does. */
export const MOSTLY_APART = 'children do not add up in most places'

/** Sums down the columns of every list of a table. */
export function treeSums(identity: string, table: BudgetTable): Check[] {
  return sumsOf(table).flatMap(sums => {
    const found = (some: readonly Sum[]): Check[] =>
      some
        .flatMap(sum => amountsOf(table, sum.whole).flatMap((_, nth) => tried(identity, table, sum, nth) ?? []))
        .filter(check => !isTrivial(check))
    const { children = [], total = [] } = Object.groupBy(sums, ({ what }) => what)
    const coded = new Set(children.flatMap(({ isByCodes, whole }) => (isByCodes ? [whole.row] : [])))
    const all = found(children)
    const tree = ifMostHold(all, MOSTLY_APART, FEW_PARENTS).map((held, at): Check => {
      const check = all[at] as Check
      return held !== check && coded.has(check.left.terms[0]?.place?.row ?? -1) ? { ...check, note: MOSTLY_APART } : held
    })
    return [...tree, ...found(total)]
  })
}

/** Rows that repeat the total: the one without label, and that of the only unit. */
export function copies(identity: string, table: BudgetTable): Check[] {
  const total = table.lines.find(line => line.role === 'total')
  const units = table.lines.filter(line => line.role === 'unit')
  const repeats = table.lines.filter(
    line => line.role === 'blank-total' || (line.role === 'unit' && units.length === 1 && line.parent === null),
  )
  if (!total) return []
  return repeats.flatMap(line => {
    const checks = [...total.amounts].flatMap(([column, amount]) => {
      const copy = line.amounts.get(column)
      if (!copy) return []
      const check = compare(
        { identity, instance: `${table.table.id} row ${line.row} column ${column}` },
        { label: total.label, terms: [cellTerm(amount)] },
        { label: line.label === '' ? '(空白行)' : line.label, terms: [cellTerm(copy)] },
        'same',
      )
      return isTrivial(check) ? [] : [check]
    })
    const held = checks.filter(({ outcome }) => outcome !== 'broken').length
    if (checks.length === 1 || 2 * held >= checks.length) return checks
    return checks.map(check => unproven(check, 'the row does not repeat the total'))
  })
}
