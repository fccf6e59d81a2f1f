import { type Decision, decide, type Hypothesis, type Observation, type Weights, weigh } from '../evidence.ts'
import type { Table } from '../table/table.ts'
import { CATALOG, type CatalogEntry } from './catalog.ts'
import type { BudgetColumn } from './dataset.ts'
import { plain } from './label.ts'

/** Titles at least this alike (bigrams shared) are one title with a slip or an addition. */
const ALIKE = 0.8
/** Titles this alike still count when every expected column is there. */
const ALIKE_WITH_COLUMNS = 0.68

/** The kind of a table with the reasons; kind null when no standard table fits. */
export interface Identification {
  readonly kind: string | null
  /** Whether its title is that of the standard table, and not only like it. */
  readonly isExact: boolean
  readonly because: readonly string[]
  readonly decision: Decision
}

/** Numbers in front of a title: 附表1, 预算01表, 公开01表：, 表1-1, 一、, 3. */
const NUMBER =
  /^(?:附件\d*|(?:附|预算|公开|预算公开)?表[\d一二三四五六七八九十]+(?:-\d+)?|(?:公开|预算|财决|财预)\d+(?:-\d+)?表|[一二三四五六七八九十]+、|\d+[、.])[:：.]?/

/** A title in the form titles are compared in (domain rules: scope, year, 情况, number and the word 预算 before 表 say nothing). */
export function normalTitle(title: string): string {
  return plain(title)
    .replaceAll(/[（(](?:20\d\d年?度?)[)）]/g, '')
    .replace(/^.*20\d\d年度?/, '')
    .replace(NUMBER, '')
    .replace(NUMBER, '')
    .replaceAll(/[（(](?:20\d\d年?度?|本级|部门|单位|汇总|一级项目|二级项目|[^()]*表[^()]*)[)）]/g, '')
    .replaceAll(/[()]/g, '')
    .replaceAll(/^(?:省级|市级|区级|县级)?(?:预算单位|部门预算|部门|单位|本级)|^(?:市|区|县|省)级|20\d\d年?度?/g, '')
    .replaceAll('部门', '')
    .replaceAll('单位', '')
    .replace(/^(?:综合预算|本年)/, '')
    .replaceAll('情况', '')
    .replaceAll('总体', '总')
    .replaceAll('明细表', '表')
    .replaceAll('申报表', '表')
    .replaceAll('填报表', '表')
    .replaceAll('财拨', '财政拨款')
    .replaceAll(/财政拨款(?=一般公共预算|政府性基金|国有资本)/g, '')
    .replaceAll('收支', '收入支出')
    .replaceAll(/预算(?=总?表)/g, '')
    .replace(/支出预算$/, '支出')
    .replace(/(?:续表|续)$/, '')
}

function bigrams(text: string): Map<string, number> {
  const grams = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    const gram = text.slice(at, at + 2)
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

/** How alike two texts are: twice the shared bigrams by all bigrams, 0..1. */
export function alikeness(a: string, b: string): number {
  if (a === b) return 1
  const left = bigrams(a)
  const right = bigrams(b)
  let shared = 0
  for (const [gram, count] of left) shared += Math.min(count, right.get(gram) ?? 0)
  const all = Math.max(a.length - 1, 0) + Math.max(b.length - 1, 0)
  return all === 0 ? 0 : (2 * shared) / all
}

/** Every standard table with its titles in the form they are compared in. */
export const TITLES = CATALOG.map(entry => ({ entry, titles: [entry.title.zh, ...entry.aliases].map(normalTitle) }))

const signatureOf = (entry: CatalogEntry, columns: readonly BudgetColumn[]): number => {
  const keys = new Set(columns.flatMap(column => (column.key === null ? [] : [column.key])))
  const found = entry.expects.filter(key => keys.has(key)).length
  return entry.expects.length === 0 ? 0.5 : Math.min(1, found / Math.min(3, entry.expects.length))
}

/** Whether the columns an entry needs are there; the only amounts of a table are its total, whatever their column is called (预算数). */
const hasNeeds = (entry: CatalogEntry, columns: readonly BudgetColumn[]): boolean => {
  const isOnly = columns.filter(({ role }) => role === 'amount').length === 1
  const isNeeded = (key: string, need: string): boolean =>
    key === need || key.startsWith(`${need}.`) || key.endsWith(`.${need}`)
  return entry.needs.every(
    need => (need === 'total' && isOnly) || columns.some(({ key }) => key !== null && isNeeded(key, need)),
  )
}

/** Whether a title is a known one with the name of an institution in front: 某某大学收入预算表. */
const isNamed = (title: string, known: string): boolean =>
  known.length >= SHORTEST_NAMED && title.endsWith(known) && INSTITUTION.test(title.slice(0, -known.length))

const SHORTEST_NAMED = 3
const INSTITUTION = /^.{2,}(?:[局厅委办院校团馆所站队]|大学|中学|小学|中心|政府|机关|法院|检察院)$/

/** Log-odds of a title that is the very one. */
const TITLE = 6.8

/**
 * Log-odds of what speaks for a standard table, counted (`npm run fit:kinds`) on the 931 tables of the documents that may be
 * looked at whose title is the very one of a standard table: how often each kind of evidence speaks for that table and how
 * often for another; likeness with that title taken out of the list. The half that is only counted gives the same to 0.7.
 */
const WEIGHTS: Weights = {
  title: { weight: TITLE, examples: 931 },
  likeness: { weight: 4.8, examples: 931 },
  columns: { weight: 1.8, examples: 931 },
  needs: { weight: 2, examples: 931 },
  number: { weight: 2.4, examples: 931 },
}

/**
 * What a table is when no standard table comes nearer than this: a likeness must be backed by columns or the number, or be
 * very near. With the weights above no table of either half changes its kind between 3.2 and 3.7.
 */
const UNKNOWN = 3.5

/** What a table shows of what it is. */
export interface Seen {
  /** In the form titles are compared in; '' where none is printed. */
  readonly title: string
  readonly number: string | null
  readonly columns: readonly BudgetColumn[]
}

/** What is seen for one standard table and against it, and whether its title is the very one or like it. */
export function observationsOf(
  entry: CatalogEntry,
  titles: readonly string[],
  { title, number, columns }: Seen,
): { readonly isExact: boolean; readonly isPossible: boolean; readonly observations: readonly Observation[] } {
  const likeness = title === '' ? 0 : Math.max(...titles.map(known => alikeness(title, known)))
  const isEnding = entry.endings?.some(end => title.endsWith(normalTitle(end))) === true
  const isExact = likeness === 1 || isEnding || titles.some(known => isNamed(title, known))
  const fit = signatureOf(entry, columns)
  const isShaped = entry.form === 'performance' || entry.form === 'form'
  const alike = likeness >= ALIKE || (likeness >= ALIKE_WITH_COLUMNS && fit === 1) ? likeness : 0
  const because = isExact ? `title ${entry.title.zh}` : `title like ${entry.title.zh} (${likeness.toFixed(2)})`
  const observations = [
    { name: 'title', strength: isExact ? (likeness === 1 ? 1 : 0.95) : 0, because },
    { name: 'likeness', strength: isExact ? 0 : alike, because },
    { name: 'columns', strength: entry.expects.length === 0 ? 0 : fit, because: `columns ${fit.toFixed(2)}` },
    {
      name: 'needs',
      strength: hasNeeds(entry, columns) || isShaped ? 0 : -1,
      because: `no column ${entry.needs.join(', ')}`,
    },
    { name: 'number', strength: number !== null && entry.numbers.includes(number) ? 1 : 0, because: `number ${number}` },
  ]
  return { isExact, isPossible: isExact || alike > 0, observations }
}

/** What speaks for one standard table. */
function hypothesisOf(entry: CatalogEntry, titles: readonly string[], seen: Seen): Hypothesis<Choice> {
  const { isExact, isPossible, observations } = observationsOf(entry, titles, seen)
  const evidence = weigh(observations, WEIGHTS)
  return {
    choice: { kind: entry.id, isExact, because: evidence.filter(({ weight }) => weight > 0).map(one => one.because) },
    label: entry.title.zh,
    evidence: isPossible ? evidence : [...evidence, { name: 'title', weight: -TITLE, because: 'another title' }],
  }
}

type Choice = Omit<Identification, 'decision'>

/**
 * The standard table a table is: its title, its columns and its printed number are weighed against the others and against
 * its being none; a title alone like a known one wants columns that fit.
 */
export function identify(table: Table, columns: readonly BudgetColumn[]): Identification {
  const seen = { title: table.title === null ? '' : normalTitle(table.title), number: table.number, columns }
  const none: Hypothesis<Choice> = {
    choice: { kind: null, isExact: false, because: [] },
    label: 'no standard table',
    evidence: [{ name: 'prior', weight: UNKNOWN, because: 'tables of every kind are printed' }],
  }
  const all = TITLES.map(({ entry, titles }) => hypothesisOf(entry, titles, seen))
  // A title that is the very one of a standard table is not like that of another.
  const exact = all.filter(({ choice }) => choice.isExact)
  const { choice, decision } = decide('kind of table', [...(exact.length > 0 ? exact : all), none])
  return { ...choice, decision }
}
