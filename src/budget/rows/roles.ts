import type { RowRole } from '../dataset.ts'
import { codeKindOf, isUnder } from '../subjects/code.ts'
import { classCode, codesNamed, type SubjectList } from '../subjects/subjects.ts'
import { GOODS, isSum, ROW_OF_A_YEAR } from '../words.ts'
import { isOrganisation } from './labels.ts'
import type { Place } from './row-tree.ts'
import type { PrintedRow } from './rows.ts'

const TOTALS = new Set(['total', 'grand'])
/** Totals of a part of the list, by their name. */
const PARTIAL = new Set(['personnel', 'public'])
const LEVELS: Readonly<Record<number, RowRole>> = { 3: 'class', 5: 'section', 7: 'item', 9: 'item' }
const NOTE = /^(?:注|说明|备注|填表说明)[:：\d]/

const isPrinted = (row: PrintedRow): boolean => [...row.amounts.values()].some(amount => amount.state !== 'blank')

/** Whether one row carries the figures of another. */
function sameAmounts(a: PrintedRow, b: PrintedRow): boolean {
  if (a.amounts.size === 0 || a.amounts.size !== b.amounts.size) return false
  return [...a.amounts].every(([column, { money }]) => (money?.fen ?? 0n) === (b.amounts.get(column)?.money?.fen ?? 0n))
}

/** The total at the head of a list whose copies may follow it. */
const headTotal = (rows: readonly PrintedRow[], at: number): PrintedRow | undefined =>
  rows.slice(0, at).findLast(row => row.key !== null && TOTALS.has(row.key) && row.code === null)

/** What a row is to the search for the tree; `sums`: rows that are called a sum of something (地方级收入合计) are totals of what stands before or behind them. */
export function placeOf(rows: readonly PrintedRow[], at: number, sums = false): Place {
  const row = rows[at] as PrintedRow
  if (NOTE.test(row.label) || ROW_OF_A_YEAR.test(row.label)) return 'aside'
  if (row.code !== null) return 'row'
  if (row.key !== null && PARTIAL.has(row.key) && isSum(row)) return 'aside'
  if (row.key !== null && TOTALS.has(row.key)) return 'total'
  if (row.key === 'current' && row.level === null && /[合总小]计$/.test(row.name)) return 'total'
  if (sums && isSum(row)) return 'total'
  if (row.label !== '') return 'row'
  if (!isPrinted(row)) return 'aside'
  const [before, after] = [headTotal(rows, at), rows[at + 1]]
  const repeats = (total: PrintedRow | undefined): boolean => total !== undefined && sameAmounts(row, total)
  return repeats(before) || (after?.key != null && TOTALS.has(after.key) && repeats(after)) ? 'aside' : 'row'
}

/** What a row is, and the code that the tree gives it where none is printed. */
export interface Judged {
  readonly role: RowRole
  readonly code: string | null
  readonly inferred: boolean
}

const plainRole = (role: RowRole): Judged => ({ role, code: null, inferred: false })
const inferred = (code: string): Judged => ({ role: LEVELS[code.length] ?? 'item', code, inferred: true })

/** Names of rows that are subjects: those of 类, and of 款 and 项 alone. */
interface NamedSubjects {
  readonly classes: ReadonlySet<string>
  readonly lower: ReadonlySet<string>
}

/** Which names of rows are subjects of a list. */
export function subjectsAmong(rows: readonly PrintedRow[], list: SubjectList): NamedSubjects {
  const names = [...new Set(rows.map(({ name }) => name))].filter(name => codesNamed(name, list).length > 0)
  const { classes = [], lower = [] } = Object.groupBy(names, name => (classCode(name, list) === null ? 'lower' : 'classes'))
  return { classes: new Set(classes), lower: new Set(lower) }
}

/** A row in its tree. */
export interface Placed {
  readonly rows: readonly PrintedRow[]
  readonly at: number
  readonly place: Place
  readonly children: readonly PrintedRow[]
  /** What the row above it in the tree was judged to be. */
  readonly parent: Judged | null
  readonly parentName: string | null
  readonly list: SubjectList
  readonly subjects: NamedSubjects
  readonly coded: boolean
  /** What the head of the column that names it says it is. */
  readonly head: 'unit' | 'project' | null
}

/** Role and code of a row in its tree. */
export function judge(placed: Placed): Judged {
  const { rows, at, place, coded } = placed
  const row = rows[at] as PrintedRow
  if (NOTE.test(row.label)) return plainRole('text')
  if (row.memo && row.level === null) return plainRole('memo')
  if (row.code !== null) {
    const role = row.codeName === null ? roleOfCode(row.code, row.name, placed.parent) : 'project'
    return { role, code: row.code, inferred: false }
  }
  if (row.key !== null && (TOTALS.has(row.key) || (PARTIAL.has(row.key) && isSum(row)))) return plainRole('total')
  if (row.key === 'current') return plainRole('subtotal')
  if (row.key === 'carry' || row.key === 'carryOut') return plainRole('carry')
  if (row.key === 'balance' || row.key === 'allocation') return plainRole('balance')
  if (place === 'total') return plainRole('subtotal')
  if (row.label === '') return plainRole(place === 'aside' ? (isPrinted(row) ? 'blank-total' : 'blank') : 'item')
  return unitOrSubject(row, placed) ?? (coded && placed.parent?.code?.length === 7 ? plainRole('project') : plainRole('item'))
}

/** What a row with a code is: with the code of the 项 above it, a unit or a project of that; `inferred` heads of any level too. */
function roleOfCode(code: string, name: string, parent: Judged | null): RowRole {
  const level = LEVELS[code.length] ?? 'item'
  if (parent?.code !== code || !(parent.inferred || level === 'item')) return level
  return isOrganisation(name) && !parent.inferred ? 'unit' : 'project'
}

/** Whether a row with the code of a unit is a project of that: named under projects beside its unit, or naming no office there or below a row that gives the code to another name. */
function isProjectOfUnit({ name, unitCode, isNamedOnce }: PrintedRow, { rows, head }: Placed): boolean {
  if (head === 'project' && !isNamedOnce) return true
  const unit = rows.find(row => row.unitCode === unitCode && row.name !== '')
  return (head === 'project' || unit?.name !== name) && !isOrganisation(name)
}

/** Whether a row with the code of a unit is a subject of that: the unit has its name beside it, and a subject is called as the row is. */
const isSubjectOfUnit = ({ name, isNamedOnce }: PrintedRow, { head, list }: Placed): boolean =>
  head === null && !isNamedOnce && codesNamed(name, list).length > 0

/** What a row without a printed code is by its name and its place: a unit, or a subject whose code the tree gives. */
function unitOrSubject(row: PrintedRow, placed: Placed): Judged | null {
  const { rows, at, children, parent, parentName, list, coded, head } = placed
  if (head === 'unit' && row.isNamedOnce) return plainRole('unit')
  if (row.unitCode !== null && row.name !== '' && !isSubjectOfUnit(row, placed))
    return plainRole(isProjectOfUnit(row, placed) ? 'project' : 'unit')
  const codes = children.flatMap(child => child.code ?? [])
  const named = codeByName(row, placed)
  if (named !== null && codes.every(code => isUnder(code, named) || code === named)) return inferred(named)
  const total = headTotal(rows, at)
  const inSubject = parent !== null && parent.role !== 'unit' && !GOODS.test(parentName ?? '')
  if (!inSubject && isOrganisation(row.name) && (coded || children.length > 0)) return plainRole('unit')
  const shared = codes.length > 0 ? commonCode(codes) : null
  if (shared !== null && parent?.code !== shared) return inferred(shared)
  if (!inSubject && codes.length > 0) return plainRole('unit')
  const repeats = total !== undefined && sameAmounts(row, total) && (coded || rows[at - 1]?.label === '')
  return repeats && codesNamed(row.name, list).length === 0 ? plainRole('unit') : null
}

/** The one code of a name that fits below the parent: a 类 at the top, else one of the parent's; null when none or several fit. */
function codeByName(row: PrintedRow, placed: Placed): string | null {
  const { parent, parentName, list } = placed
  if (parent === null || parent.code === null) {
    // 国有资本经营预算支出 is a fund on the left of a ledger and the 类 223 on the right: only the 类 is called 支出 there.
    if (row.key !== null && !row.name.endsWith('支出')) return null
    const isTop = parent === null || parent.role === 'unit' || parent.role === 'subtotal'
    return isTop && !isAmongLower(row, placed) ? classCode(row.name, list) : null
  }
  // 其他某某支出 is a 款 of its 类, and the 项 of the same name in it.
  if (parent.code.length === 5 && parent.code.endsWith('99') && row.name === parentName) return `${parent.code}99`
  const named = codesNamed(row.name, list)
  const under = named.filter(code => isUnder(code, parent.code as string))
  const nearest = under.filter(code => code.length === Math.min(...under.map(other => other.length)))
  if (nearest.length > 0) return nearest.length === 1 ? (nearest[0] ?? null) : null
  return elsewhereAlike(named, parent.code)
}

/** Whether a row without parts stands among names of 款 and 项 alone: what is called 其他支出 there is none of the 类 of that name, a list of purchases has 款. */
function isAmongLower({ name }: PrintedRow, { children, subjects: { classes, lower } }: Placed): boolean {
  const others = (names: ReadonlySet<string>): number => names.size - (names.has(name) ? 1 : 0)
  return children.length === 0 && others(lower) > 0 && others(classes) === 0
}

/** A name that has the same two last digits in several 类 (超长期特别国债安排的支出 is 98 in all) has them below this one too. */
function elsewhereAlike(codes: readonly string[], above: string): string | null {
  const [first = '', ...others] = codes.filter(code => code.length === above.length + 2)
  const last = first.slice(-2)
  return others.length > 0 && others.every(code => code.endsWith(last)) ? `${above}${last}` : null
}

function commonCode(codes: readonly string[]): string | null {
  const [first = ''] = codes
  const lengths = [9, 7, 5, 3].filter(length => length <= first.length)
  const length = lengths.find(end => codes.every(code => code.startsWith(first.slice(0, end))))
  // Over a 类 there is none: what holds the only one of an office is the office, as what holds several is.
  const code = length === undefined ? '' : first.slice(0, codes.length === 1 ? length - 2 : length)
  return codeKindOf(code.slice(0, 7)) ? code : null
}
