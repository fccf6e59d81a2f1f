import { type Choice, type Identity, identity, type Of } from './identity.ts'

/** 收支总表. */
export const TOTAL = ['bud.total', 'fin.01']
/** 收入总表. */
export const INCOME = ['bud.income', 'fin.02']
/** 支出总表. */
export const EXPENSE = ['bud.expense', 'fin.03']
/** 财政拨款收支总表. */
export const FISCAL = ['bud.fiscal_total', 'fin.04']
/** 一般公共预算支出表. */
export const GPB = ['bud.gpb', 'fin.05']
/** 一般公共预算基本支出表. */
export const BASIC = ['bud.gpb_basic']
/** 财政拨款支出经济分类表. */
export const ECON = ['bud.fiscal_econ']

const ofLine =
  (line: string) =>
  (kinds: readonly string[], side: 'income' | 'expense', column = 'main'): Choice => ({ kinds, line, side, column })
/** 总计 of one side of a ledger. */
export const grand = ofLine('grand')
/** 本年合计 of one side of a ledger. */
export const current = ofLine('current')
/** 结转下年; 0 where the line is not printed. */
export const carryOut = (kinds: readonly string[], column = 'main'): Choice => ({
  kinds,
  line: 'carryOut',
  side: 'expense',
  column,
  optional: true,
})
/** The total row of a table. */
export const total = (kinds: readonly string[], column = 'total'): Choice => ({ kinds, line: 'total', column })

type Choices = readonly Choice[]
type When = Pick<Of<'equal'>, 'when' | 'unlessCarry' | 'withoutCarry' | 'only' | 'byDefinition'>

/** One figure is printed in two places. */
// biome-ignore lint/complexity/useMaxParams: a row of the list of identities
export const same = (id: string, words: string, left: Choice, right: Choice, when: When = {}): Identity =>
  identity('equal', id, words, { comparison: 'same', left: [left], right: [right], ...when })
/** The right is a part of the left. */
export const part = (id: string, words: string, left: Choice, right: Choice): Identity =>
  identity('equal', id, words, { comparison: 'same', left: [left], right: [right], isPart: true })
/** Figures added up are other figures added up. */
// biome-ignore lint/complexity/useMaxParams: a row of the list of identities
export const sum = (id: string, words: string, left: Choices, right: Choices, when: When = {}): Identity =>
  identity('equal', id, words, { comparison: 'sum', left, right, ...when })
/** Subjects have the same figures in two tables. */
// biome-ignore lint/complexity/useMaxParams: a row of the list of identities
export const byCode = (
  id: string,
  words: string,
  codes: Of<'by-code'>['codes'],
  left: Of<'by-code'>['left'],
  right: Of<'by-code'>['left'],
): Identity => identity('by-code', id, words, { codes, left, right })
