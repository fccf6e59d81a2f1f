import { ECONOMIC_CLASSES, FUNCTION_CLASSES } from './classes.ts'
import { codeKindOf, isUnder } from './code.ts'
import type { Line, RowRole } from './dataset.ts'
import { CONTAINERS } from './families.ts'
import type { PrintedRow } from './rows.ts'

const TOTALS = new Set(['total', 'grand', 'personnel', 'public'])
const FUNDS = new Set(['gpb', 'fund', 'soe', 'special', 'insurance'])
const LEVELS: Readonly<Record<number, RowRole>> = { 3: 'class', 5: 'section', 7: 'item', 9: 'item' }

const CLASS_CODES: ReadonlyMap<string, string> = new Map(
  [FUNCTION_CLASSES, ECONOMIC_CLASSES].flatMap(list =>
    Object.entries(list).flatMap(([code, names]) => names.map((name): [string, string] => [`${code[0]}${name}`, code])),
  ),
)

/** Code of a 类 by its name, in the list of functions (`2`) or of economic subjects (`3`); null when the name is not known. */
export function classCode(name: string, list: '2' | '3'): string | null {
  const found = CLASS_CODES.get(`${list}${name}`) ?? CLASS_CODES.get(`${list}${name}支出`)
  return found ?? null
}

const printed = (row: PrintedRow): boolean => [...row.amounts.values()].some(amount => amount.state !== 'blank')

/** Whether two rows carry the same figures in every column. */
function sameAmounts(a: PrintedRow, b: PrintedRow): boolean {
  if (a.amounts.size === 0 || a.amounts.size !== b.amounts.size) return false
  return [...a.amounts].every(([column, amount]) => amount.money?.fen === b.amounts.get(column)?.money?.fen)
}

/** Longest code of a subject that all codes share. */
function commonCode(codes: readonly string[]): string | null {
  const [first = ''] = codes
  const lengths = [9, 7, 5, 3].filter(length => length <= first.length)
  const length = lengths.find(end => codes.every(code => code.startsWith(first.slice(0, end))))
  const whole = length === undefined ? null : first.slice(0, length)
  const code = whole !== null && codes.length === 1 ? whole.slice(0, Math.max(3, whole.length - 2)) : whole
  return code !== null && codeKindOf(code.slice(0, 7)) ? code : null
}

/** Codes of the rows that follow a row without code, up to the next such row. */
function runBelow(rows: readonly PrintedRow[], at: number): string[] {
  const codes: string[] = []
  for (let next = at + 1; next < rows.length; next++) {
    const code = rows[next]?.code ?? null
    const first = codes[0]
    if (code === null || (first !== undefined && first.length > 3 && code.length === 3)) break
    codes.push(code)
  }
  return codes
}

interface Judged {
  readonly role: RowRole
  readonly code: string | null
  readonly inferred: boolean
}

const plainRole = (role: RowRole): Judged => ({ role, code: null, inferred: false })

/** What a row without a subject code is, in a table of coded rows. */
function uncoded(rows: readonly PrintedRow[], at: number, total: PrintedRow | undefined): Judged {
  const row = rows[at] as PrintedRow
  const before = rows[at - 1]
  if (row.label === '') {
    if (!printed(row)) return plainRole('blank')
    return before !== undefined && before === total ? plainRole('blank-total') : plainRole('item')
  }
  if (row.unitCode !== null && row.name !== '') return plainRole('unit')
  const below = runBelow(rows, at)
  const economic = below.some(code => code.startsWith('3'))
  const named = classCode(row.name, economic ? '3' : '2')
  if (named !== null && (below.length === 0 || below.every(code => isUnder(code, named))))
    return { role: 'class', code: named, inferred: true }
  const first = total !== undefined && (before === total || (before?.label === '' && rows[at - 2] === total))
  if (first && (below.length > 0 || sameAmounts(row, total) || (before !== undefined && sameAmounts(row, before))))
    return plainRole('unit')
  const shared = below.length > 0 ? commonCode(below) : null
  if (shared === null) return plainRole(below.length > 0 ? 'unit' : 'item')
  return { role: LEVELS[shared.length] ?? 'item', code: shared, inferred: true }
}

function judge(rows: readonly PrintedRow[], at: number, total: PrintedRow | undefined, coded: boolean): Judged {
  const row = rows[at] as PrintedRow
  if (/^(?:注|说明|备注|填表说明)[:：\d]/.test(row.label)) return plainRole('text')
  // 其中：（1）… （2）… breaks its line down whole; a bare 其中 only names one part of it.
  if (row.memo && row.level === null) return plainRole('memo')
  if (row.code !== null) return { role: LEVELS[row.code.length] ?? 'item', code: row.code, inferred: false }
  if (row.key !== null && TOTALS.has(row.key)) return plainRole('total')
  if (row.key === 'current') return plainRole('subtotal')
  if (row.key === 'carry' || row.key === 'carryOut') return plainRole('carry')
  if (row.key === 'balance' || row.key === 'allocation') return plainRole('balance')
  if (coded) return uncoded(rows, at, total)
  if (row.label === '') return plainRole(printed(row) ? (total && sameAmounts(row, total) ? 'blank-total' : 'item') : 'blank')
  if (row.unitCode !== null) return plainRole('unit')
  if (total && sameAmounts(row, total) && rows[at - 1]?.label === '') return plainRole('unit')
  // 国有资本经营预算支出 is a fund on the left of a ledger and the 类 223 on the right: only the 类 is called 支出 there.
  const named = row.key === null || row.name.endsWith('支出') ? classCode(row.name, '2') : null
  return named === null ? plainRole('item') : { role: 'class', code: named, inferred: true }
}

/** Parent of a line in a coded list: the nearest line above, in the same unit, whose code it lies under. */
function codedParent(lines: readonly Line[], line: Line): number | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const above = lines[at] as Line
    // 款 of a 类 may go on in the next list beside it (公开06).
    if (above.list !== line.list && (line.code === null || above.role === 'unit')) return null
    if (line.role === 'unit') {
      const owner = lines.findLastIndex(
        other =>
          other.list === line.list &&
          other.role === 'unit' &&
          other.unitCode !== null &&
          line.unitCode !== null &&
          isUnder(line.unitCode, other.unitCode),
      )
      return owner < 0 ? null : owner
    }
    if (above.role === 'unit') return at
    if (above.code !== null && line.code !== null && isUnder(line.code, above.code)) return at
    if (above.code !== null && above.codeInferred && above.code === line.code) return at
  }
  return null
}

/** Parent of a line in a ledger: by its numbering, and funds under 本年 and 上年结转. */
function ledgerParent(lines: readonly Line[], line: Line, row: PrintedRow, levels: readonly (number | null)[]): number | null {
  if (line.role === 'unit') return codedParent(lines, line)
  if (
    line.role === 'total' ||
    line.role === 'subtotal' ||
    line.role === 'carry' ||
    line.role === 'balance' ||
    line.role === 'blank'
  )
    return null
  let above = lines.length - 1
  const before = lines.at(-1)
  if (before && before.list === line.list && row.level !== null) {
    // 一、本年支出 and below it 一、一般公共服务支出: the numbering starts anew, so what it numbers is inside.
    const head = lines[before.parent ?? -1]
    const restarts = before.role === 'subtotal' && levels.at(-1) === row.level && /^\(?[一1]/.test(row.label)
    if (restarts) return lines.length - 1
    if (head?.role === 'subtotal' && levels[before.parent ?? -1] === row.level && levels.at(-1) === row.level)
      return before.parent
  }
  const mine = (at: number): boolean => lines[at]?.list === line.list
  if (row.level === null || (line.key !== null && FUNDS.has(line.key))) {
    // 年初财政拨款结转和结余 is followed by its funds, which were numbered 一、二、三 once before.
    for (let at = above; at >= 0 && mine(at); at--) {
      const head = lines[at] as Line
      if (head.role === 'carry' && line.key !== null && FUNDS.has(line.key)) {
        const seen = lines.some((other, index) => index < at && other.list === line.list && other.key === line.key)
        return row.level === null || seen ? at : null
      }
      if (head.role === 'subtotal' && row.level === null && line.role !== 'memo') return levels[at] === null ? null : at
      if (head.role === 'total' || (head.parent === null && head.role !== 'blank')) break
    }
  }
  const level = row.level
  // 财政拨款 and then, without a number, the three funds it is made of.
  const inside =
    level === null && line.key !== null
      ? lines.findLastIndex((other, at) => mine(at) && other.parent === null && other.role !== 'blank')
      : -1
  const container = lines[inside]?.key
  if (container && line.key !== null && CONTAINERS[container]?.includes(line.key)) return inside
  if (level === null) {
    const head = lines.findLastIndex(
      (other, at) => mine(at) && other.parent === null && other.role !== 'blank' && other.role !== 'memo',
    )
    const last = lines[head]
    return last?.role === 'subtotal' && levels[head] !== null ? head : null
  }
  for (; above >= 0 && mine(above); above--) {
    const other = levels[above] ?? null
    if (other !== null && other < level) return above
    if (lines[above]?.role === 'total') return null
  }
  return null
}

/** Rows with their roles, codes and parents; a list is a tree of codes when it has printed codes, else a numbered ledger. */
export function linesOf(rows: readonly PrintedRow[]): Line[] {
  const lines: Line[] = []
  const levels: (number | null)[] = []
  for (const list of new Set(rows.map(row => row.list))) {
    const members = rows.filter(row => row.list === list)
    const coded = members.some(row => row.code !== null)
    const total = members.find(row => row.key === 'total' || row.key === 'grand')
    members.forEach((row, at) => {
      const { role, code, inferred } = judge(members, at, total, coded)
      const draft: Line = {
        row: row.row,
        list,
        role,
        label: row.label,
        name: row.name,
        key: row.key,
        code,
        codeKind: code === null ? null : codeKindOf(code),
        codeInferred: inferred,
        unitCode: row.unitCode,
        depth: 0,
        parent: null,
        amounts: row.amounts,
      }
      const outside = role === 'total' || role === 'blank-total' || role === 'blank' || role === 'text'
      const parent = outside ? null : coded ? codedParent(lines, draft) : ledgerParent(lines, draft, row, levels)
      const above = parent === null ? undefined : lines[parent]
      const project = above?.codeInferred === true && above.code === code && code !== null
      const key = above?.role === 'carry' && draft.key !== null ? `carry.${draft.key}` : draft.key
      lines.push({ ...draft, key, parent, role: project ? 'project' : role, depth: above ? above.depth + 1 : 0 })
      levels.push(row.level)
    })
  }
  return lines
}
