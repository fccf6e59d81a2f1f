import { entryOf } from './catalog.ts'
import type { BudgetTable, Metadata } from './dataset.ts'
import { plain } from './label.ts'
import type { Paragraph } from './prose-lines.ts'
import { regionOf } from './region.ts'

/** Weight of a vote: the title of a table outranks a title of the text, which outranks the prose. */
const WEIGHT = { table: 5, title: 3, prose: 1, cover: 8 } as const

/** A first page with no more characters is a cover. */
const COVER = 80

function most<Value>(votes: readonly (readonly [Value, number])[]): Value | null {
  const sums = new Map<Value, number>()
  for (const [value, weight] of votes) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)(20[0-4]\d)年/g)].map(match => Number.parseInt(match[1] ?? '', 10))

/** Years of table titles, of headings about the budget, and of sentences that announce a figure. */
function fiscalYear(tables: readonly BudgetTable[], paragraphs: readonly Paragraph[]): number | null {
  const votes: [number, number][] = []
  for (const { table } of tables) for (const year of yearsIn(plain(table.title ?? ''))) votes.push([year, WEIGHT.table])
  for (const { text } of paragraphs) {
    const title = text.length < 40 && /(?:预算|决算)/.test(text)
    const found = title ? yearsIn(text) : /^[^。]{0,20}20\d\d年[^。]*(?:预算|决算)/.test(text) ? yearsIn(text).slice(0, 1) : []
    for (const year of found) votes.push([year, title ? WEIGHT.title : WEIGHT.prose])
  }
  return most(votes)
}

/** The name before or after the year in a title: `某某局2023年部门预算`, `2026年度某某局单位预算`; null when it is no such title. */
function nameIn(title: string): string | null {
  const match =
    /^([^\d,。:]{4,40}?)20\d\d年(?:度)?(?:部门|单位)?(?:预算|决算)/.exec(title) ??
    /^20\d\d年(?:度)?([^\d,。:]{4,40}?)(?:部门|单位)(?:预算|决算)/.exec(title)
  const name = match?.[1]?.replace(/^(?:关于|公开|纳入)/, '').replace(/[(](?:本级|汇总)[)]$/, '')
  return name === undefined || /第.*部分|编制范围/.test(name) ? null : name
}

/** The words of a cover in one line, however they are wrapped; null when the first page is none. */
function coverOf(paragraphs: readonly Paragraph[]): string | null {
  const page = paragraphs[0]?.characters[0]?.page
  const words = paragraphs
    .filter(({ characters }) => characters[0]?.page === page)
    .map(({ text }) => plain(text))
    .join('')
  return words === '' || words.length > COVER ? null : words
}

/** Words that stand for the department without naming it, project codes and what has no name at all never win. */
const isName = (name: string): boolean => !/^(?:本部门|本单位|本级|部门|单位|某某.{0,2})?$/.test(name) && !/^[\dA-Z]/.test(name)

/** 某某局(本级) is the office itself: the department is 某某局. */
const withoutScope = (name: string): string => name.replace(/[(](?:本级|机关本级)[)]$/, '')

/** Names as tables and headings print them, without the code in front. */
function departmentOf(
  tables: readonly BudgetTable[],
  paragraphs: readonly Paragraph[],
): { readonly name: string | null; readonly code: string | null } {
  const printed = tables.flatMap(({ table }) => (table.department ? [plain(table.department)] : []))
  const units = tables.flatMap(({ lines }) => lines.filter(line => line.role === 'unit'))
  const titles = paragraphs.filter(({ text }) => text.length < 40).flatMap(({ text }) => nameIn(plain(text)) ?? [])
  const cover = coverOf(paragraphs)
  const named = cover === null ? null : nameIn(cover)
  const all: [string, number][] = [
    ...(named === null ? [] : [[named, WEIGHT.cover] as [string, number]]),
    ...printed.map((name): [string, number] => [name.replace(/^\d{3,6}[-—]?/, ''), WEIGHT.title]),
    ...titles.map((name): [string, number] => [name, WEIGHT.prose]),
    ...units.map((line): [string, number] => [line.name.replace(/^\d{3,6}[-—]?/, ''), WEIGHT.prose]),
  ]
  const votes = all.flatMap(([name, weight]): [string, number][] => (isName(name) ? [[withoutScope(name), weight]] : []))
  const codes = units.flatMap((line): [string, number][] => (line.unitCode ? [[line.unitCode, 1]] : []))
  const items = tables.flatMap(({ lines }) =>
    lines.flatMap((line): [string, number][] => (line.unitCode && line.role !== 'unit' ? [[line.unitCode, 1]] : [])),
  )
  return { name: most(votes), code: most(codes.length > 0 ? codes : items) }
}

function kindOf(tables: readonly BudgetTable[], paragraphs: readonly Paragraph[]): Metadata['kind'] {
  const votes = tables.flatMap((table): [NonNullable<Metadata['kind']>, number][] => {
    const entry = entryOf(table.kind)
    return entry ? [[entry.account, WEIGHT.table]] : []
  })
  const words = paragraphs.flatMap(({ text }): [NonNullable<Metadata['kind']>, number][] =>
    text.length < 40 && /(?:部门|单位)决算/.test(text)
      ? [['final-accounts', 1]]
      : text.length < 40 && /(?:部门|单位)预算/.test(text)
        ? [['budget', 1]]
        : [],
  )
  return most([...votes, ...words]) ?? (tables.length > 0 || paragraphs.length > 0 ? 'other' : null)
}

/** 单位 (本级) when titles say 单位预算, 部门 when they say 部门预算. */
function scopeOf(tables: readonly BudgetTable[], paragraphs: readonly Paragraph[]): Metadata['scope'] {
  const words = [
    ...paragraphs.filter(({ text }) => text.length < 40).map(({ text }) => text),
    ...tables.map(({ table }) => table.title ?? ''),
  ]
  const count = (pattern: RegExp): number => words.filter(text => pattern.test(text)).length
  const [department, unit] = [
    count(/部门(?:综合)?(?:预算|决算)|部门(?:财务)?(?:收支|收入|支出)/),
    count(/单位(?:预算|决算)|预算单位|单位(?:财务)?(?:收支|收入|支出)/),
  ]
  return department === 0 && unit === 0 ? null : department >= unit ? 'department' : 'unit'
}

/** What a document says about itself: majority votes, titles outranking prose. */
export function metadataOf(tables: readonly BudgetTable[], paragraphs: readonly Paragraph[]): Metadata {
  const { name, code } = departmentOf(tables, paragraphs)
  const region = name === null ? null : regionOf(name)
  return {
    department: name,
    departmentCode: code,
    region: region?.name ?? null,
    regionCode: region?.code ?? null,
    fiscalYear: fiscalYear(tables, paragraphs),
    kind: kindOf(tables, paragraphs),
    scope: scopeOf(tables, paragraphs),
  }
}
