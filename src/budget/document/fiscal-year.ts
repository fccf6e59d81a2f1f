import { decide, sumOf, type Weights } from '../../evidence.ts'
import { entryOf } from '../catalog/catalog.ts'
import type { BudgetTable } from '../dataset.ts'
import { plain } from '../label.ts'
import type { Paragraph } from '../prose/lines.ts'
import { coverOf } from './cover.ts'
import { evidenceFor, type Mention } from './mentions.ts'
import { HAN_YEAR } from './office-names.ts'

/** A longer line is no title. */
const TITLE = 40

/** Where a document prints a year that may be its own. */
type Place = 'cover' | 'table title' | 'title' | 'column' | 'sentence' | 'year before' | 'mention' | 'file name'

/**
 * Log-odds that a year printed at a place is that of the document: on the documents that may be looked at, how often most years
 * of the place are its own (of 79 covers all, of 66 file names 62). A cover and a file name are one mention, which counts half: theirs is doubled.
 */
const WEIGHTS: Weights = {
  cover: { weight: 10.2, examples: 79 },
  'table title': { weight: 3, examples: 40 },
  title: { weight: 5.2, examples: 89 },
  column: { weight: 4.3, examples: 35 },
  sentence: { weight: 5.2, examples: 89 },
  'year before': { weight: 1.1, examples: 24 },
  mention: { weight: 1.1, examples: 89 },
  'file name': { weight: 5.2, examples: 66 },
}
/** Log-odds below which a year is not taken for that of the document: mentions alone have no more. */
const UNSAID = 1.2

/** A year read at a place, on a page where it is on one. */
export interface Dating extends Mention<Place, number> {
  readonly page: number | null
}

/** The year a document is of, null where too little prints it; the next best; how probable it is beside that, 0.5 to 1; all years that were printed. */
export interface FiscalYear {
  readonly year: number | null
  readonly rival: number | null
  readonly margin: number
  readonly printed: readonly Dating[]
}

const DIGITS = '〇一二三四五六七八九'
const IN_CHARACTERS = new RegExp(`${HAN_YEAR}(?=年)`, 'g')

/** Words with their years in digits: 二〇二六年 is 2026年. */
const inDigits = (text: string): string =>
  plain(text).replaceAll(IN_CHARACTERS, year => [...year].map(one => Math.max(0, DIGITS.indexOf(one))).join(''))

/** A year that is part of a date or of a term, and the one whose budget has been carried out the year before. */
const OTHER_YEAR = /20\d\d年?[-—–~至]20\d\d年|20\d\d年(?:\d{1,2}月|[^\d,。]{0,10}执行情况)/g
/** 2026（年度） is printed too. */
const YEAR = /(?<!\d)(20[0-4]\d)\(?年/g

const numbers = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(match => Number.parseInt(match[1] ?? '', 10))

const yearsIn = (text: string): number[] => numbers(inDigits(text).replaceAll(OTHER_YEAR, ''), YEAR)

/** What makes a year that of a budget, behind it. */
const BUDGET_BEHIND = '(?:度|年初|全年|初)*预算'
/** A year that figures are compared with, `比2025年增加`; a final account is compared with the budget of its own year too. */
const COMPARED = new RegExp(`[比较](20[0-4]\\d)年(?!${BUDGET_BEHIND})`, 'g')
/** The budget of a year that figures are compared with: of this year in an account, of the one before in a budget. */
const COMPARED_BUDGET = new RegExp(`[比较与](20[0-4]\\d)年(?=${BUDGET_BEHIND})`, 'g')

/** A sentence that tells a budget or an account. */
const ANNOUNCED = /^[^。]{0,20}20\d\d年[^。]*(?:预算|决算)/

/** Years of a paragraph: of a heading about the budget, of a sentence that announces it, of one that compares, or of any other. */
function inParagraph({ text, characters }: Paragraph): Dating[] {
  const at = (place: Place, years: readonly number[]): Dating[] =>
    years.map(value => ({ place, value, page: characters[0]?.page ?? null }))
  const words = inDigits(text)
  const compared = at('year before', numbers(words, COMPARED)).map(one => ({ ...one, value: one.value + 1 }))
  const own = words.replaceAll(COMPARED, '')
  const saying = own.replaceAll(COMPARED_BUDGET, '')
  const years = yearsIn(saying)
  const budgets = numbers(own, COMPARED_BUDGET)
  if (text.length < TITLE && /预算|决算|三公["'“”]*经费/.test(text))
    return [...at('title', years), ...at('mention', budgets), ...compared]
  const told = ANNOUNCED.test(saying) ? 1 : 0
  const mentioned = [...years.slice(told), ...budgets]
  return [...at('sentence', years.slice(0, told)), ...at('mention', mentioned), ...compared]
}

/** Years of the title of a table, and the latest of its heads: the others are those it is compared with. */
function inTable({ table }: BudgetTable): Dating[] {
  const page = table.regions[0]?.page ?? null
  const heads = table.columns.flatMap(({ path }) => path.flatMap(yearsIn))
  return [
    ...yearsIn(table.title ?? '').map(value => ({ place: 'table title' as const, value, page })),
    ...(heads.length > 0 ? [{ place: 'column' as const, value: Math.max(...heads), page }] : []),
  ]
}

/** Years of tables: debt is told at the end of the year before or of this one, and dates a document only where no other table prints a year. */
function inTables(tables: readonly BudgetTable[]): readonly Dating[] {
  const ofThisYear = tables.filter(({ kind }) => entryOf(kind)?.isOfYearBefore !== true).flatMap(inTable)
  return ofThisYear.length > 0 ? ofThisYear : tables.flatMap(inTable)
}

/** What is printed again, as a line at the head of each page, says it once. */
const saidOnce = (paragraphs: readonly Paragraph[]): Paragraph[] =>
  [...Map.groupBy(paragraphs, ({ text }) => plain(text)).values()].flatMap(([first]) => first ?? [])

/** All years that a document prints and may be of, and that of its file name. */
function yearsPrinted(tables: readonly BudgetTable[], paragraphs: readonly Paragraph[], file: string): Dating[] {
  const firstIn = (place: Place, text: string, page: number | null): Dating[] =>
    yearsIn(text)
      .slice(0, 1)
      .map(value => ({ place, value, page }))
  return [
    ...firstIn('cover', coverOf(paragraphs) ?? '', paragraphs[0]?.characters[0]?.page ?? null),
    ...inTables(tables),
    ...saidOnce(paragraphs).flatMap(inParagraph),
    ...firstIn('file name', file, null),
  ]
}

/** The year a document is of: what prints a year votes, what announces it before what only mentions it; the file name chooses among those that are printed. */
export function fiscalYearOf(tables: readonly BudgetTable[], paragraphs: readonly Paragraph[], file: string): FiscalYear {
  const printed = yearsPrinted(tables, paragraphs, file)
  const years = new Set(printed.flatMap(({ place, value }) => (place === 'file name' ? [] : [value])))
  if (years.size === 0) return { year: null, rival: null, margin: 1, printed }
  const possible = [...years].map(year => ({ choice: year, label: `${year}`, evidence: evidenceFor(year, printed, WEIGHTS) }))
  const { choice, decision } = decide('fiscal year', possible)
  const isSaid = possible.some(one => one.choice === choice && sumOf(one.evidence) > UNSAID)
  const rival = decision.rejected === null ? null : Number.parseInt(decision.rejected, 10)
  return isSaid
    ? { year: choice, rival, margin: decision.margin, printed }
    : { year: null, rival: choice, margin: 0.5, printed }
}
