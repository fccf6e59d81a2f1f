import { entryOf } from '../budget/catalog.ts'
import type { AmountCell, BudgetTable, Line } from '../budget/dataset.ts'
import type { Check } from './check.ts'
import { cellTerm, compare, isTrivial, notEvaluable } from './draft.ts'
import { ifMostHold } from './row-sum.ts'

/** With so few parents a lost row would make most of them fail: the tree is believed all the same. */
const FEW_PARENTS = 2

interface Sum {
  readonly whole: Line
  readonly parts: readonly Line[]
  /** Whether the reading of the tree is certain enough to call a difference broken. */
  readonly certain: boolean
  readonly what: 'children' | 'total'
}

const COUNTED = new Set<Line['role']>(['class', 'section', 'item', 'project', 'unit', 'subtotal', 'carry', 'balance'])
const counts = (line: Line): boolean => COUNTED.has(line.role)

/** Parents with their children. */
function parentSums(lines: readonly Line[], all: readonly Line[]): Sum[] {
  return lines.flatMap(whole => {
    const at = all.indexOf(whole)
    const parts = lines.filter(line => line.parent === at && counts(line))
    if (parts.length === 0 || whole.role === 'total') return []
    const certain = whole.code !== null ? parts.every(part => part.code !== null) : true
    return [{ whole, parts, certain, what: 'children' as const }]
  })
}

/** In a ledger, 本年合计 sums what stands above it, 总计 the 本年合计 and what follows it. */
function ledgerSums(lines: readonly Line[], all: readonly Line[], certain: boolean): Sum[] {
  const sums: Sum[] = []
  const hasChildren = (line: Line): boolean => all.some(other => other.parent === all.indexOf(line))
  let open: Line[] = []
  const tops = lines.filter(line => (line.parent === null && counts(line)) || line.role === 'total')
  const top = tops[0]
  if (top?.role === 'total') {
    const parts = tops.slice(1).filter(line => line.role !== 'total' && !(line.role === 'subtotal' && !hasChildren(line)))
    if (parts.length > 0 && !tops.slice(1).some(line => line.role === 'total'))
      sums.push({ whole: top, parts, certain, what: 'total' })
    return sums
  }
  for (const line of tops) {
    if (line.role === 'total') {
      if (open.length > 0) sums.push({ whole: line, parts: open, certain, what: 'total' })
      open = [line]
    } else if (line.role === 'subtotal' && !hasChildren(line)) {
      if (open.length > 0) sums.push({ whole: line, parts: open, certain, what: 'children' })
      open = [line]
    } else open.push(line)
  }
  return sums
}

/** 基本支出 and 项目支出 among the 类 of a list break the same money down a second time. */
const SECOND_BREAKDOWN = new Set(['basic', 'project', 'personnel', 'public'])

/** Whether the lines of a list without codes are surely one level: the table is a ledger, or all its lines are numbered. */
function isLedger(table: BudgetTable, lines: readonly Line[]): boolean {
  if (lines.some(line => line.role === 'class') && lines.some(line => SECOND_BREAKDOWN.has(line.key ?? ''))) return false
  const labelled = lines.filter(line => line.label !== '' && line.role !== 'total' && line.role !== 'memo')
  return (
    entryOf(table.kind)?.form === 'ledger' ||
    labelled.every(line => /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[、.])/.test(line.label))
  )
}

/** In a list of codes, the total sums the units, or what stands at the top. */
function codedTotals(lines: readonly Line[], certain: boolean): Sum[] {
  // 人员经费合计 and 公用经费合计 are sums over parts of the list that identities of their own name.
  const totals = lines.filter(line => line.role === 'total' && line.key !== 'personnel' && line.key !== 'public')
  const [total] = totals
  if (!total || totals.length > 1) return []
  const tops = lines.filter(line => line.parent === null && counts(line))
  const units = tops.filter(line => line.role === 'unit')
  const parts = units.length > 0 ? units : tops
  if (parts.length === 0) return []
  return [
    { whole: total, parts, certain: certain && (units.length > 0 || parts.every(part => part.code !== null)), what: 'total' },
  ]
}

/** The amount in the n-th amount column of the list that a line belongs to. */
function nthAmount(table: BudgetTable, line: Line, nth: number): AmountCell | undefined {
  const columns = table.columns.filter(column => column.list === line.list && column.role === 'amount')
  const column = columns[nth]
  return column && line.amounts.get(column.index)
}

function tried(identity: string, table: BudgetTable, sum: Sum, nth: number): Check | null {
  const whole = nthAmount(table, sum.whole, nth)
  const parts = sum.parts.flatMap(part => nthAmount(table, part, nth) ?? [])
  if (!whole || parts.length === 0) return null
  const check = compare(
    identity,
    `${table.table.id} column ${whole.column} ${sum.whole.label}`,
    { label: sum.whole.label, terms: [cellTerm(whole)] },
    {
      label: sum.parts.length > 3 ? `Σ ${sum.parts.length}` : sum.parts.map(part => part.label).join('+'),
      terms: parts.map(part => cellTerm(part)),
    },
    sum.parts.length === 1 ? 'same' : 'sum',
  )
  if (check.outcome === 'broken' && !sum.certain) return notEvaluable(check, 'the tree of rows is not certain')
  // A parent whose parts are all blank is only not broken down.
  if (check.outcome === 'broken' && check.right.terms.every(term => term.step === 0n))
    return notEvaluable(check, 'parts are not printed')
  return check
}

/** Lists that are summed together: lists of codes with the same amount columns go on in each other, all others stand alone. */
function groupsOf(table: BudgetTable): number[][] {
  const lists = [...new Set(table.lines.map(line => line.list))]
  const amounts = (list: number): number =>
    table.columns.filter(column => column.list === list && column.role === 'amount').length
  const together = lists.every(
    list => isCoded(table.lines.filter(line => line.list === list)) && amounts(list) === amounts(lists[0] ?? 0),
  )
  return together ? [lists] : lists.map(list => [list])
}

const isCoded = (lines: readonly Line[]): boolean => lines.some(line => line.code !== null && !line.codeInferred)

/** Sums down the columns of every list of a table. */
export function treeSums(identity: string, table: BudgetTable): Check[] {
  const checks: Check[] = []
  for (const group of groupsOf(table)) {
    const lines = table.lines.filter(line => group.includes(line.list))
    const totals = isCoded(lines)
      ? codedTotals(lines, entryOf(table.kind)?.form !== 'list')
      : ledgerSums(lines, table.lines, isLedger(table, lines))
    const parents = parentSums(lines, table.lines).map(sum => ({
      ...sum,
      certain: sum.certain && entryOf(table.kind)?.form !== 'list',
    }))
    const sums = [...parents, ...totals]
    const columns = table.columns.filter(column => column.list === group[0] && column.role === 'amount').map((_, nth) => nth)
    const found = (what: Sum['what']): Check[] =>
      sums
        .filter(sum => sum.what === what)
        .flatMap(sum => columns.flatMap(nth => tried(identity, table, sum, nth) ?? []))
        .filter(check => !isTrivial(check))
    checks.push(...ifMostHold(found('children'), 'children do not add up in most places', FEW_PARENTS), ...found('total'))
  }
  return checks
}

/** Rows that repeat the total: the one without label, and that of the only unit. */
export function copies(identity: string, table: BudgetTable): Check[] {
  const total = table.lines.find(line => line.role === 'total')
  const units = table.lines.filter(line => line.role === 'unit')
  const repeats = table.lines.filter(
    line => line.role === 'blank-total' || (line.role === 'unit' && units.length === 1 && line.parent === null),
  )
  if (!total) return []
  return repeats.flatMap(line =>
    [...total.amounts].flatMap(([column, amount]) => {
      const copy = line.amounts.get(column)
      if (!copy) return []
      const check = compare(
        identity,
        `${table.table.id} row ${line.row} column ${column}`,
        { label: total.label, terms: [cellTerm(amount)] },
        { label: line.label === '' ? '(空白行)' : line.label, terms: [cellTerm(copy)] },
        'same',
      )
      return isTrivial(check) ? [] : [check]
    }),
  )
}
