import { CONTAINERS } from '../catalog/families.ts'
import { endsAsOffice } from '../document/office-names.ts'
import { isUnder } from '../subjects/code.ts'
import { classCode, codesNamed, type SubjectList } from '../subjects/subjects.ts'
import { GOODS, isSum } from '../words.ts'
import type { PrintedRow } from './rows.ts'

/** What the labels of two rows say: log-odds that the second, somewhere below, is a part of the first. */
export type LabelEvidence = (whole: PrintedRow, part: PrintedRow) => number

/** The kinds of label evidence about the rows of one list, by name. */
export type Labels = Readonly<Record<'codes' | 'indentation' | 'numbering' | 'names' | 'units' | 'subtotals', LabelEvidence>>

/**
 * Weights in log-odds. Cautious: set by hand on lists whose tree the sums prove (corpus/dev and corpus/wild, the half that
 * may be looked at), not fitted. A code outranks an indent, both fall to a sum of four digits.
 */
const CODE = { under: 5, beside: -5, project: 1, repeated: 1, head: 0.5 }
/** Digits of the code of a 项, below which no level follows. */
const ITEM = 7
const INDENT = { deeper: 3, level: -3, shallower: -4 }
const NUMBER = { deeper: 2, level: -2, shallower: -3, restarts: 1 }
const NAME = { under: 3, elsewhere: -2, classes: -4, contains: 2, memo: 1 }
const SUBTOTAL = { holds: 2, held: -3 }
const UNIT = { under: 4, beside: -3, holds: 2, inGoods: 4, inSubject: -3 }

/** Left edges this close (in points) are one indent: a step of indentation is at least half a character. */
const SAME_LEFT = 1.5
/** A list has few indents; centred labels begin everywhere. */
const MOST_INDENTS = 6

const FUNDS = new Set(['gpb', 'fund', 'soe', 'special', 'insurance'])

/** Names of subjects are shorter (法院, 监狱). */
const SHORTEST_OFFICE = 5

/** Whether a name is that of an organisation. */
export const isOrganisation = (name: string): boolean =>
  name.length >= SHORTEST_OFFICE && endsAsOffice(name) && codesNamed(name, '2').length === 0

const byCodes: LabelEvidence = (whole, part) => {
  if (whole.code !== null && part.code !== null) {
    if (whole.code[0] !== part.code[0]) return CODE.head
    // Where a 款 has no 项 its own line stands in their place (21999 其他支出, twice); the lowest level of a list is repeated by unit or by project.
    const isLowest = whole.codeKind !== 'function' || whole.code.length >= ITEM
    if (whole.code === part.code) return whole.name === part.name && !isLowest ? CODE.repeated : 0
    return isUnder(part.code, whole.code) ? CODE.under : CODE.beside
  }
  if (whole.code === null) return part.code === null ? 0 : CODE.head
  return whole.code.length >= ITEM ? CODE.project : -CODE.head
}

/** Labels of which a list has none. */
export const NOTHING_SAID: LabelEvidence = () => 0

/** The left edges at which labels begin. */
function leftsOf(rows: readonly PrintedRow[]): readonly number[] {
  const lefts: number[] = []
  for (const { textLeft } of rows)
    if (textLeft !== null && !lefts.some(left => Math.abs(left - textLeft) <= SAME_LEFT)) lefts.push(textLeft)
  return lefts
}

/** A column of which this share of the labels stands in the middle has no indents. */
const MOSTLY = 0.6

/** What indentation says, for lists that use it: labels in a column further right are deeper; names below each other all begin alike where their codes tell the levels and only units stand elsewhere. */
function byIndent(rows: readonly PrintedRow[]): LabelEvidence {
  const columns = Map.groupBy(rows, ({ labelColumn }) => labelColumn)
  columns.delete(null)
  const where = (fits: (own: readonly PrintedRow[]) => boolean): ReadonlySet<number | null> =>
    new Set([...columns].flatMap(([column, own]) => (fits(own) ? [column] : [])))
  const centred = where(own => own.filter(({ isCentred }) => isCentred).length >= MOSTLY * own.length)
  const even = where(own => leftsOf(own).length < 2)
  const lefts = leftsOf(rows.filter(({ labelColumn }) => !centred.has(labelColumn))).length
  const areInColumns = columns.size > 1 && centred.size > 0
  if ((lefts < 2 && !areInColumns) || lefts > MOST_INDENTS) return NOTHING_SAID
  return (whole, part) => {
    if (whole.textLeft === null || part.textLeft === null) return 0
    const isBeside = whole.labelColumn === part.labelColumn
    if (isBeside && centred.has(part.labelColumn)) return areInColumns ? INDENT.level : 0
    const off = part.textLeft - whole.textLeft
    if (Math.abs(off) > SAME_LEFT) return off > 0 ? INDENT.deeper : INDENT.shallower
    return whole.code !== null && part.code !== null && even.has(whole.labelColumn) ? 0 : INDENT.level
  }
}

/** What numbering says: 一、 holds （一）, that holds 1., that holds （1）; 一、 anew below 一、本年支出 is inside it. */
const byNumbering: LabelEvidence = (whole, part) => {
  if (whole.level === null || part.level === null) return 0
  if (part.level > whole.level) return NUMBER.deeper
  if (part.level < whole.level) return NUMBER.shallower
  return whole.key === 'current' && part.key !== 'carry' && part.key !== 'carryOut' ? NUMBER.restarts : NUMBER.level
}

/** What names say: the names of 类 款 项, and of funds and incomes with what holds them. */
function byNames(list: SubjectList): LabelEvidence {
  return (whole, part) => {
    if (part.memo) return whole.memo ? 0 : NAME.memo
    if (whole.key !== null && part.key !== null) {
      if (CONTAINERS[whole.key]?.includes(part.key)) return NAME.contains
      if ((whole.key === 'carry' || whole.key === 'current') && FUNDS.has(part.key)) return NAME.contains
    }
    if (whole.code !== null && part.code !== null) return 0
    const mine = whole.code === null ? codesNamed(whole.name, list) : [whole.code]
    const theirs = part.code === null ? codesNamed(part.name, list) : [part.code]
    if (mine.length === 0 || theirs.length === 0) return 0
    if (classCode(whole.name, list) !== null && classCode(part.name, list) !== null && whole.name !== part.name)
      return NAME.classes
    // A project carries the code of the item it is paid from.
    const isIn = (code: string, other: string): boolean => isUnder(code, other) || (code === other && part.code !== null)
    return theirs.some(code => mine.some(other => isIn(code, other))) ? NAME.under : NAME.elsewhere
  }
}

/** What units say: their codes, and names of organisations; of units and of the goods, works and services that they buy the first to stand in the list holds the other. */
function byUnits(rows: readonly PrintedRow[]): LabelEvidence {
  const organisations = new Set(rows.filter(({ name }) => isOrganisation(name)))
  if (organisations.size === 0 && rows.every(({ unitCode }) => unitCode === null)) return NOTHING_SAID
  const first = rows.find(row => organisations.has(row) || GOODS.test(row.name))
  const isInGoods = first !== undefined && !organisations.has(first)
  return (whole, part) => {
    if (whole.unitCode !== null && part.unitCode !== null && whole.code === null && part.code === null) {
      if (isUnder(part.unitCode, whole.unitCode)) return UNIT.under
      if (part.unitCode.length <= whole.unitCode.length) return UNIT.beside
    }
    const [holder, held] = [organisations.has(whole), organisations.has(part)]
    if (isInGoods && GOODS.test(part.name)) return UNIT.beside
    if (holder === held) return holder ? UNIT.beside : 0
    if (holder) return UNIT.holds
    if (GOODS.test(whole.name)) return isInGoods ? UNIT.inGoods : UNIT.beside
    return whole.code === null ? UNIT.inSubject : 0
  }
}

/** What rows that are called a sum say, in a list that begins with one: 机关小计 holds the units below it, and no unit holds a sum. */
const bySubtotals: LabelEvidence = (whole, part) => {
  if (isSum(whole) === isSum(part)) return 0
  return isSum(whole) ? SUBTOTAL.holds : SUBTOTAL.held
}

/** What the labels of a list say about which row is part of which. */
export function labelsOf(rows: readonly PrintedRow[]): Labels {
  const isEconomic = rows.some(({ code, name }) => code?.startsWith('3') ?? classCode(name, '3') !== null)
  const isFunction = rows.some(({ code, name }) => code?.startsWith('2') ?? classCode(name, '2') !== null)
  return {
    codes: byCodes,
    indentation: byIndent(rows),
    numbering: rows.some(({ level }) => level !== null) ? byNumbering : NOTHING_SAID,
    names: byNames(isEconomic && !isFunction ? '3' : '2'),
    units: byUnits(rows),
    subtotals: rows[0] !== undefined && isSum(rows[0]) ? bySubtotals : NOTHING_SAID,
  }
}
