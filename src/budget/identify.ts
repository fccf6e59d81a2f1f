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
  readonly because: readonly string[]
}

/** A title in the form titles are compared in (domain rules: scope, year, 情况, number and the word 预算 before 表 say nothing). */
export function normalTitle(title: string): string {
  return plain(title)
    .replaceAll(/[（(](?:20\d\d年?度?)[)）]/g, '')
    .replace(/^.*20\d\d年度?/, '')
    .replace(
      /^(?:附件?\d*)?(?:(?:预算)?(?:公开)?表[\d一二三四五六七八九十]+(?:-\d+)?|公开\d+表|[一二三四五六七八九十]+、|\d+[、.])[:.]?/,
      '',
    )
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

const TITLES = CATALOG.map(entry => ({ entry, titles: [entry.title.zh, ...entry.aliases].map(normalTitle) }))

const signatureOf = (entry: CatalogEntry, columns: readonly BudgetColumn[]): number => {
  const keys = new Set(columns.flatMap(column => (column.key === null ? [] : [column.key])))
  const found = entry.expects.filter(key => keys.has(key)).length
  return entry.expects.length === 0 ? 0.5 : Math.min(1, found / Math.min(3, entry.expects.length))
}

const hasNeeds = (entry: CatalogEntry, columns: readonly BudgetColumn[]): boolean =>
  entry.needs.every(need =>
    columns.some(
      column => column.key === need || column.key?.startsWith(`${need}.`) === true || column.key?.endsWith(`.${need}`) === true,
    ),
  )

/**
 * The standard table a table is: by its title first, with its columns as proof; the printed number only settles between equals.
 * A table without a title is recognised by columns alone only when they belong to one standard table.
 */
export function identify(table: Table, columns: readonly BudgetColumn[]): Identification {
  const title = table.title === null ? '' : normalTitle(table.title)
  const scored = TITLES.map(({ entry, titles }) => {
    const likeness = title === '' ? 0 : Math.max(...titles.map(known => alikeness(title, known)))
    const columnsFit = signatureOf(entry, columns)
    const number = table.number !== null && entry.numbers.includes(table.number)
    return {
      entry,
      likeness,
      columnsFit,
      number,
      needs: hasNeeds(entry, columns),
      score: likeness + 0.12 * columnsFit + (number ? 0.03 : 0),
    }
  }).sort((a, b) => b.score - a.score)
  const ending = scored.find(
    ({ entry, likeness }) => likeness < 1 && entry.endings?.some(end => title.endsWith(normalTitle(end))),
  )
  if (ending && scored[0]?.likeness !== 1)
    return { kind: ending.entry.id, because: [`title ends like ${ending.entry.title.zh}`] }
  const best = scored.find(({ entry, needs, columnsFit, likeness }) => {
    const enough = likeness >= ALIKE || (likeness >= ALIKE_WITH_COLUMNS && columnsFit === 1)
    return enough && (needs || entry.form === 'performance' || entry.form === 'form' || likeness === 1)
  })
  if (!best) return { kind: null, because: [] }
  return {
    kind: best.entry.id,
    because: [
      best.likeness === 1 ? `title ${best.entry.title.zh}` : `title like ${best.entry.title.zh} (${best.likeness.toFixed(2)})`,
      ...(best.columnsFit > 0 && best.entry.expects.length > 0 ? [`columns ${best.columnsFit.toFixed(2)}`] : []),
      ...(best.number ? [`number ${table.number}`] : []),
    ],
  }
}
