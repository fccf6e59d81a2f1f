import type { BudgetTable, Dataset } from '../../budget/dataset.ts'
import { isFigure, plain } from '../../budget/label.ts'
import { isNow, isOfLastYear, NIL_STATED, type ProseFact, WITHHELD } from '../../budget/prose/prose.ts'
import type { PrintedSangong, Sangong, SangongFigure } from '../../budget/sangong/sangong.ts'
import { SELF } from '../../budget/words.ts'
import { isDashes } from '../../dashes.ts'
import { isShortFor, OFFICE } from '../relations/said/facts.ts'
import { sangongKey, sangongTerm } from '../relations/said/said-sangong.ts'
import { NO_CHANGE, partsFrom } from './change.ts'

/** Keys of columns of another year, or of what is worked out from two. */
const BESIDE = /^(?:previous|change|growth)/

/** Whether labels are all that is printed below the heads of a table for its year, with nothing or dashes in the place of figures. */
export const hasNoFigure = ({ table: { cells, headerRows }, columns }: BudgetTable): boolean =>
  cells.every(({ row, column, text }) => {
    const { role = null, key = null } = columns[column] ?? {}
    const isLabel = (role === 'name' || role === 'code') && !isFigure(text)
    return row < headerRows || text === '' || isDashes(plain(text)) || isLabel || BESIDE.test(key ?? '')
  })

/** Nothing, at its place: not printed as a figure. */
const nothing = ({ page, box }: Pick<SangongFigure, 'page' | 'box'>): SangongFigure => ({
  money: { value: '0', unit: '元', fen: 0n, step: 1n },
  page,
  box,
})

/** How the words before a statement of the document's own office end: behind a heading that runs on, with its year, and the office as it calls itself or by its name. */
const TIME = '(?:(20\\d\\d)年度?|本年度?|当年)?'
const OF_OFFICE = new RegExp(
  `(?:^|[,;:。、)]|情况|说明)${TIME}(?:${SELF}(?:本级)?|(${OFFICE}|[\\p{Script=Han}]+部))?${TIME}$`,
  'u',
)

/** Whether a statement is made of 三公, by its words or by its heading, and of the document's office and year. */
function isOfSangong({ metadata: { department, fiscalYear } }: Dataset, { before, text, section }: ProseFact): boolean {
  const heading = section.split(' > ').at(-1) ?? ''
  if (!text.includes('三公') && (!heading.includes('三公') || /基金|国有/.test(heading))) return false
  const said = OF_OFFICE.exec(before.slice(0, before.indexOf(text)))
  if (said === null) return false
  const [, year, office, ownYear] = said
  const isOwn = office === undefined || (department !== null && isShortFor(office, department))
  return isOwn && [year, ownYear].every(one => one === undefined || Number(one) === fiscalYear)
}

/** Whether sentences tell an amount of 三公 in this year that is not nothing. */
const isTold = ({ prose }: Dataset): boolean =>
  prose.some(fact => isNow(fact) && !isOfLastYear(fact.label) && fact.fen !== 0n && sangongKey(fact.subject) !== undefined)

const rowOf = (measure: Sangong['measure'], parts: Sangong['parts']): Sangong => ({
  ...{ fund: 'all', measure, parts, narrative: null },
  ...NO_CHANGE,
})

/** Nothing, where a sentence says so of 三公 in the document's year and none tells an amount of it. */
export function nilSaid(dataset: Dataset, measure: Sangong['measure']): Sangong | null {
  const { prose, metadata } = dataset
  if (metadata.kind === 'other' || metadata.kind === null || isTold(dataset)) return null
  const nil = prose.find(fact => fact.label === NIL_STATED && isOfSangong(dataset, fact))
  return nil === undefined ? null : rowOf(measure, { total: nothing(nil) })
}

/** Where 三公 of a measure is printed. */
interface Printed {
  readonly facet: '' | 'budget' | 'final'
  readonly kinds: readonly string[]
}

/** What the heads of the columns of a facet say; 一般公共预算 names a fund. */
const HEADS = { '': /^/, budget: /(?<!公共|基金|经营)预算/, final: /决算|支出/ } as const

/** Nothing, where the one table of 三公 prints dashes in the place of all figures of a measure, no sentence tells an amount, and nothing is withheld as secret. */
export function nilPrinted(dataset: Dataset, measure: PrintedSangong['measure'], { facet, kinds }: Printed): Sangong | null {
  if (isTold(dataset) || dataset.prose.some(({ label }) => label === WITHHELD)) return null
  const [table, ...others] = dataset.tables.filter(({ kind }) => kind !== null && kinds.includes(kind))
  if (table === undefined || others.length > 0) return null
  const own = table.columns.filter(
    ({ role, key, path }) => role === 'amount' && !BESIDE.test(key ?? '') && HEADS[facet].test(path.join('')),
  )
  const cells = own.flatMap(({ index }) => table.lines.flatMap(({ amounts }) => amounts.get(index)?.cell ?? []))
  const [first] = cells
  if (first === undefined || !cells.every(({ text }) => isDashes(plain(text)))) return null
  const parts = partsFrom(part => {
    const term = sangongTerm(dataset, `${table.kind}`, part, facet)
    return term && isDashes(plain(term.text)) ? nothing(term) : null
  })
  return rowOf(measure, { ...parts, total: parts.total ?? nothing(first) })
}
