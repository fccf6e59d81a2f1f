import { isMoneyUnit, magnitude } from '../../../budget/money/amount.ts'
import type { Check, Term } from '../../check.ts'
import { directionOf } from '../kin.ts'
import { besides, SURPRISING, sizeOf } from './displaced.ts'
import { isAmong, linesOfTerms, type Rival, type Scene } from './rival.ts'

/** What a sentence calls money carried over, into the year or out of it. */
const CARRIED = /^(?:上年|年初|年末)(?:财政拨款)?(?:结转|结余)/

/** What names all money of a side, carried over or not. */
const TOTAL = /总计$/

/** Between two tables, or a sentence and a table, the difference is money carried over, which one of them may leave out. */
export const carriedOver: Rival = {
  name: 'carried-over',
  against: ['between', 'words'],
  zh: '差额等于结转资金：其中一处可能不含结转',
  en: 'the difference is money carried over, which one of the two may leave out',
  outweighed: true,
  explains: (check, scene) =>
    directionOf(check) === 'words'
      ? isAmong(carriedBeside(check, scene), check)
      : check.tables.length > 1 && isAmong(scene.carried, check),
}

/** Money carried over that a sentence tells beside the figure that is compared with a table: as a part of the same total, or of it. */
function carriedBeside({ left }: Check, { fact, around }: Scene): ReadonlySet<bigint> {
  const [told] = left.terms.flatMap(term => fact(term) ?? [])
  if (told === undefined) return new Set()
  const parts = around(told).filter(({ whole, subject }) => whole !== null && CARRIED.test(subject))
  const beside = parts.filter(({ whole }) => whole === told.whole || TOTAL.test(told.subject))
  return new Set(beside.flatMap(({ fen }) => fen ?? []))
}

/** Between tables one prints the figure of the other under another name: 本年收入合计 is compared with 收入总计. */
export const otherName: Rival = {
  name: 'other-name',
  against: ['between'],
  ...{ zh: '另一张表以别的名称印有同一数字', en: 'the other table prints the same figure under another name' },
  outweighed: true,
  explains: (check, scene) => {
    const [left, right] = [check.left.terms, check.right.terms].map(terms => (terms.length === 1 ? terms[0] : undefined))
    const prints = (table: string | undefined, fen: bigint): boolean =>
      fen >= SURPRISING &&
      (scene.table(table ?? '')?.lines ?? []).some(line => [...line.amounts.values()].some(({ money }) => money?.fen === fen))
    if (!left || !right || check.tables.length < 2) return false
    return prints(right.place?.table, left.fen) || prints(left.place?.table, right.fen)
  },
}

/** The figure of the sentence stands beside the one it is compared with: columns may be called otherwise, or rows exchanged. */
export const otherHeading: Rival = {
  name: 'other-heading',
  against: ['words'],
  ...{ zh: '该数印在旁边的行或列', en: 'the figure stands in the row or column beside' },
  outweighed: true,
  explains: (check, scene) => {
    const [said, printed] = [check.left.terms[0], check.right.terms[0]]
    if (!said || !printed || sizeOf(said.fen, said) < SURPRISING) return false
    return besides(printed, scene).some(({ money }) => money !== null && magnitude(money.fen - said.fen) <= said.step / 2n)
  },
}

/** The figure of the sentence stands in a table that is none of the known ones, as those of another department of the same file may be: it may speak of that. */
export const otherTable: Rival = {
  name: 'other-table',
  against: ['words'],
  zh: '该数印在另一张未识别的表中：所指可能是那张表',
  en: 'the figure stands in a table that is none of the known ones: it may speak of that',
  outweighed: true,
  explains: ({ left, unit }, { unknown }) => {
    const [said] = left.terms
    if (!said || !isMoneyUnit(unit) || sizeOf(said.fen, said) < SURPRISING) return false
    return [...unknown].some(fen => magnitude(fen - said.fen) <= said.step / 2n)
  },
}

/** Rows of a table by code, as far as a check adds them up. */
function codesOf(terms: readonly Term[], scene: Scene): ReadonlyMap<string, number> {
  const codes = linesOfTerms(terms, scene).flatMap(({ code }) => code ?? [])
  return new Map([...Map.groupBy(codes, code => code)].map(([code, all]) => [code, all.length]))
}

/** Between two tables a code is printed more often in one than in the other: a row may have been read twice, or be one of another unit. */
export const repeatedCode: Rival = {
  name: 'repeated-code',
  against: ['between'],
  ...{ zh: '同一编码在两张表中出现的次数不同', en: 'a code is printed more often in one table than in the other' },
  explains: (check, scene) => {
    const [left, right] = [codesOf(check.left.terms, scene), codesOf(check.right.terms, scene)]
    return [...left].some(([code, count]) => count !== (right.get(code) ?? count))
  },
}
