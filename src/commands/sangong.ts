import { BudgetError } from '../errors.ts'
import { percentOf, type Row, yuanText } from '../write/relations/relation.ts'
import { SANGONG, sangongRows } from '../write/relations/sangong.ts'
import {
  type SangongGrowth,
  sangongSubject,
  totalOfYear,
  withoutRepeats,
  withSangongGrowth,
} from '../write/relations/sangong-growth.ts'
import { DOCUMENT_OPTIONS } from './batch-options.ts'
import { type Arguments, type Command, EXIT, positive, ROW_OPTIONS, rowForm, type Surroundings } from './command.ts'
import { type Extracted, extractedDocuments, type Lost } from './documents.ts'
import { type Language, saidIn } from './said.ts'

const PARTS = [
  ['abroad', '因公出国'],
  ['purchase', '购置'],
  ['running', '运行'],
  ['reception', '接待'],
  ['total', '合计'],
] as const

const SANGONG_KINDS = /sangong|^fin\.07$/

const MEASURES = { budget: '预算数', final: '决算数', unknown: '未注明预算或决算' } as const

const FUNDS = { general: '一般公共预算', 'government-fund': '政府性基金', all: '全部' } as const

/** What is said where no figure was read: an empty table is no missing one. */
function nothing({ document }: Extracted, language: Language): string {
  if (document.sangong.length > 0) return ''
  const said = saidIn(language)
  const table = document.tables.find(({ kind }) => kind !== null && SANGONG_KINDS.test(kind))
  return table === undefined ? said.noSangong : `${said.emptySangong}  (p.${table.regions[0]?.page ?? '?'})`
}

/** What a row is called: the office, or else the document, of what scope and year. */
const subjectOf = ({ department, document, scope, fiscal_year: year }: Row): string =>
  `${department ?? document}${scope === 'unit' ? '（本级）' : ''} ${year ?? ''}`.trimEnd()

/** A decimal number with its sign; nothing has none. */
const signed = (decimal: string): string => (/^-|^[0.]+$/.test(decimal) ? decimal : `+${decimal}`)

/** A growth in brackets, with its sign; nothing where it is not known. */
const percentText = (percent: string | null | undefined): string => (percent ? ` (${signed(percent)} %)` : '')

/** One document for a person: each fund, then all of them with the narrative's figure. */
function lines(extracted: Extracted, language: Language): string[] {
  const { name, document } = extracted
  const { department, scope, fiscalYear } = document.document
  const rows = withSangongGrowth(sangongRows(extracted).map(row => ({ row })))
  return [
    `${subjectOf({ document: name, department, scope, fiscal_year: fiscalYear })}  ${nothing(extracted, language)}`.trimEnd(),
    ...document.sangong.map((row, at) => {
      const parts = PARTS.map(([part, word]) => `${word} ${row[part]?.value ?? '—'}`).join('  ')
      const some = PARTS.map(([part]) => row[part]).find(figure => figure !== null)
      const said = row.narrative
        ? `  情况说明 ${row.narrative.value}${row.narrative.unit} (p.${row.narrative.page})  差额 ${row.difference ?? '—'}`
        : ''
      const since = row.change ? `  比上年 ${signed(row.change.value)}${row.change.unit}${percentText(rows[at]?.percent)}` : ''
      const isSum = document.sangong.some(
        other => other.fund !== 'all' && other.measure === row.measure && other.year === row.year,
      )
      const where = row.fund === 'all' && isSum ? '' : `  (p.${some?.page})`
      const year = row.year === undefined ? '' : `${row.year} `
      return `  ${year}${FUNDS[row.fund]}（${MEASURES[row.measure]}）  ${parts}  ${some?.unit ?? ''}${where}${said}${since}`
    }),
  ]
}

/** How the total of each office changed from year to year, for a person; nothing where there is one year only. */
export function changeLines(rows: readonly Row[], language: Language): string[] {
  const totals = rows.filter(
    ({ fund, fiscal_year: year, total, department }) =>
      fund === 'all' && year !== null && total !== null && department !== null,
  )
  const lines = [...Map.groupBy(totals, sangongSubject).values()].flatMap(own => {
    const years = [...new Set(own.map(row => Number(row['fiscal_year'])))].sort((a, b) => a - b)
    return years.slice(1).flatMap((year, at) => {
      const since = years[at] ?? year
      const [before, after] = [totalOfYear(own, since), totalOfYear(own, year)]
      if (before === null || after === null) return []
      const percent = percentOf(after - before, before)
      const change = `${signed(yuanText(after - before))}元${percentText(percent)}`
      const [{ measure = '', ...office } = {}] = own
      return `  ${subjectOf({ ...office, fiscal_year: since })} → ${year}${measure === 'final' ? ' 决算' : ''}  合计 ${yuanText(before)} → ${yuanText(after)}  ${change}`
    })
  })
  return lines.length === 0 ? [] : ['', saidIn(language).overYears, ...lines]
}

const SORTS = ['growth', ...PARTS.map(([part]) => part)]

interface Told {
  readonly row: Row
  readonly file: string
}

interface Ranking {
  readonly sort: string
  readonly top: number
  readonly language: Language
}

/** Departments and years by one figure, the largest first, each with a link to its page; what has no such figure, or spent nothing on it, is counted only. */
function ranking(all: readonly Told[], { sort, top, language }: Ranking): string {
  const rows = all.filter(({ row }) => row['fund'] === 'all')
  const size = ({ row, change }: Told & SangongGrowth): bigint | null => {
    const value = sort === 'growth' ? change : row[sort]
    return typeof value === 'bigint' ? value : null
  }
  const ranked = withSangongGrowth(rows).flatMap(one => {
    const value = size(one)
    return value === null ? [] : [{ ...one, value }]
  })
  const listed = ranked.filter(({ value }) => sort === 'growth' || value !== 0n)
  listed.sort((a, b) => (a.value === b.value ? 0 : a.value < b.value ? 1 : -1))
  const lines = listed.slice(0, top).map(({ row, file, value, percent }, at) => {
    const grown = percentText(percent)
    return `${String(at + 1).padStart(4)}  ${subjectOf(row)}${row['measure'] === 'final' ? ' 决算' : ''}  ${yuanText(value)} 元${sort === 'growth' || sort === 'total' ? grown : ''}  ${file}#page=${row[`${sort}_page`] ?? row['page'] ?? ''}`
  })
  const word = PARTS.find(([part]) => part === sort)?.[1] ?? '合计较上年增减'
  const head = saidIn(language).haveIt(ranked.length, rows.length, ranked.length - listed.length)
  return [`${word}  ${head}`, ...lines, ''].join('\n')
}

async function run(args: Arguments, surroundings: Surroundings): Promise<number> {
  const { print, language } = surroundings
  const { values } = args
  const lost: Lost[] = []
  const documents = extractedDocuments(args, surroundings, { current: true, lost })
  const sort = values.get('sort')
  if (sort !== undefined && !SORTS.includes(sort))
    throw new BudgetError('usage', `--sort wants one of ${SORTS.join(', ')}, not ${sort}`)
  const top = values.has('top') ? positive('top', values.get('top') ?? '') : Number.POSITIVE_INFINITY
  const isRanking = ['sort', 'top'].some(name => values.has(name))
  const form = isRanking ? null : rowForm(args)
  const read: Told[] = []
  for await (const document of documents) {
    if (form === null && !isRanking) print(`${lines(document, language).join('\n')}\n`)
    read.push(...sangongRows(document).map(row => ({ row, file: document.document.source.file })))
  }
  const all = withoutRepeats(read)
  const rows = all.map(({ row }) => row)
  if (isRanking) print(ranking(all, { sort: sort ?? 'total', top, language }))
  else if (form === null) for (const line of changeLines(rows, language)) print(`${line}\n`)
  else print(form.head(SANGONG) + form.rows(SANGONG, rows))
  return lost.length > 0 ? EXIT.someFailed : EXIT.done
}

/** 三公 of every document: travel abroad, vehicles, hospitality, both funds, what the narrative says, the difference. */
export const command: Command = {
  usage: '<output or PDF>... [--csv|--json] [--sort growth|total|…] [--top N]',
  options: {
    ...DOCUMENT_OPTIONS,
    sort: {
      type: 'string',
      value: 'FIGURE',
      help: `a ranking by growth or by a part, with links to the pages: ${SORTS.join(', ')}`,
    },
    top: { type: 'string', value: 'N', help: 'the first N of the ranking' },
    ...ROW_OPTIONS,
  },
  run,
}
