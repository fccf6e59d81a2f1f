import { resolve } from 'node:path'
import { BudgetError } from '../errors.ts'
import { percentOf } from '../write/comparison.ts'
import { type Row, yuanText } from '../write/relation.ts'
import { csvHead, csvRows, jsonlRows } from '../write/rows.ts'
import { SANGONG, sangongRows } from '../write/sangong.ts'
import { type Arguments, type Command, EXIT, type Surroundings } from './command.ts'
import { type Extracted, extractedDocuments } from './documents.ts'

const PARTS = [
  ['abroad', '因公出国'],
  ['purchase', '购置'],
  ['running', '运行'],
  ['reception', '接待'],
  ['total', '合计'],
] as const

const FUNDS = { general: '一般公共预算', 'government-fund': '政府性基金', all: '全部' } as const

/** One document for a person: each fund, then all of them with the narrative's figure. */
function lines({ name, document }: Extracted): string[] {
  const subject = [document.document.department, document.document.fiscalYear].filter(part => part !== null).join(' ')
  return [
    `${subject || name}  ${document.sangong.length === 0 ? '没有三公经费表 (no table)' : ''}`.trimEnd(),
    ...document.sangong.map(row => {
      const parts = PARTS.map(([part, word]) => `${word} ${row[part]?.value ?? '—'}`).join('  ')
      const some = PARTS.map(([part]) => row[part]).find(figure => figure !== null)
      const said = row.narrative
        ? `  情况说明 ${row.narrative.value}${row.narrative.unit} (p.${row.narrative.page})  差额 ${row.difference ?? '—'}`
        : ''
      const where = row.fund === 'all' ? '' : `  (p.${some?.page})`
      return `  ${FUNDS[row.fund]}（${row.measure === 'final' ? '决算数' : '预算数'}）  ${parts}  ${some?.unit ?? ''}${where}${said}`
    }),
  ]
}

const subjectOf = ({ region, department, scope, kind, measure }: Row): string =>
  [region, department, scope, kind, measure].map(part => part ?? '').join('\u0000')

/** How the total of each office changed from year to year, for a person; nothing where there is one year only. */
export function changeLines(rows: readonly Row[]): string[] {
  const totals = rows.filter(
    ({ fund, fiscal_year: year, total, department }) =>
      fund === 'all' && year !== null && total !== null && department !== null,
  )
  const lines = [...Map.groupBy(totals, subjectOf).values()].flatMap(own => {
    const sorted = [...own].sort((a, b) => Number(a['fiscal_year']) - Number(b['fiscal_year']))
    return sorted.slice(1).map((row, at) => {
      const [before, after] = [BigInt(sorted[at]?.['total'] ?? 0), BigInt(row['total'] ?? 0)]
      const percent = percentOf(after - before, before)
      const change = `${after >= before ? '+' : ''}${yuanText(after - before)}元${percent === null ? '' : ` (${percent} %)`}`
      return `  ${row['department']} ${sorted[at]?.['fiscal_year']} → ${row['fiscal_year']}${row['measure'] === 'final' ? ' 决算' : ''}  合计 ${yuanText(before)} → ${yuanText(after)}  ${change}`
    })
  })
  return lines.length === 0 ? [] : ['', '逐年变化 (changes over the years, all funds)', ...lines]
}

async function run({ positionals, flags }: Arguments, { cwd, print }: Surroundings): Promise<number> {
  const [output, ...more] = positionals
  if (output === undefined || more.length > 0) throw new BudgetError('usage', 'one folder of results is wanted')
  const rows: Row[] = []
  const form = ['csv', 'json'].find(name => flags.has(name))
  if (form === 'csv') print(csvHead(SANGONG))
  for await (const document of extractedDocuments(resolve(cwd, output), { current: true })) {
    const own = sangongRows(document)
    if (form === 'json') print(jsonlRows(SANGONG, own))
    else if (form === 'csv') print(csvRows(SANGONG, own))
    else print(`${lines(document).join('\n')}\n`)
    rows.push(...own.map(row => ({ ...row, scope: document.document.document.scope })))
  }
  if (form === undefined)
    print(
      changeLines(rows)
        .map(line => `${line}\n`)
        .join(''),
    )
  return EXIT.done
}

/** 三公 of every document: travel abroad, vehicles, hospitality, both funds, what the narrative says, the difference. */
export const sangong: Command = {
  name: 'sangong',
  summary: 'travel abroad, vehicles and hospitality (三公): both funds, what the narrative says, the difference, the pages',
  usage: '<output> [--csv|--json]',
  options: {
    csv: { type: 'boolean', help: 'print CSV' },
    json: { type: 'boolean', help: 'print one row a line as JSON' },
  },
  run,
}
