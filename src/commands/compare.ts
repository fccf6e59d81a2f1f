import { resolve } from 'node:path'
import { documentOf, readArchive } from '../batch/archive.ts'
import type { Outcome } from '../batch/outcome.ts'
import { isCurrent } from '../batch/publications.ts'
import { BudgetError } from '../errors.ts'
import { COMPARISON, comparisonRows } from '../write/comparison.ts'
import { type Row, yuanText } from '../write/relation.ts'
import { csvHead, csvRows, jsonlRows } from '../write/rows.ts'
import { type Arguments, type Command, EXIT, type Surroundings } from './command.ts'

/** Changes that a person is shown. */
const SHOWN = 30

const KINDS = { budget: 'budget', final: 'final-accounts' } as const

/** The two years: those asked for, or the last two that there are. */
function yearsOf(outcomes: readonly Outcome[], wanted: string | undefined): readonly [number, number] {
  const years = [...new Set(outcomes.flatMap(({ subject }) => (subject?.fiscalYear ? [subject.fiscalYear] : [])))].sort()
  const asked = wanted?.split(/[,-]/).map(Number)
  if (asked && (asked.length !== 2 || !asked.every(Number.isInteger)))
    throw new BudgetError('usage', `--years wants two years such as 2023,2024, not ${wanted}`)
  const [before, after] = asked ?? years.slice(-2)
  if (before === undefined || after === undefined)
    throw new BudgetError('usage', `only one year is there: ${years.join(', ') || 'none'}`)
  return [Math.min(before, after), Math.max(before, after)]
}

function one(outcomes: readonly Outcome[], year: number): Outcome {
  const found = outcomes.filter(({ subject }) => subject?.fiscalYear === year)
  const [first] = found
  if (!first) throw new BudgetError('usage', `no document of ${year}`)
  const others = [...new Set(found.map(({ subject }) => subject?.department))]
  if (others.length > 1) throw new BudgetError('usage', `several departments match: ${others.join(', ')}`)
  return first
}

const shown = (value: Row[string] | undefined): string => (typeof value === 'bigint' ? yuanText(value) : '—')

function textOf(rows: readonly Row[], all: boolean): string {
  const changed = rows.filter(row => row['change'] !== 0n)
  const list = all ? rows : changed.slice(0, SHOWN)
  const [first] = rows
  const head = `${first?.['department'] ?? ''}  ${first?.['year_before'] ?? ''} → ${first?.['year_after'] ?? ''}  (元)`
  const lines = list.map(row => {
    const percent = row['percent'] === null ? '' : ` (${row['percent']} %)`
    return `  ${row['title'] ?? row['table_kind']} · ${row['item']} ${row['name'] ?? ''} · ${row['column']}: ${shown(row['before'])} → ${shown(row['after'])}, ${shown(row['change'])}${percent}  p. ${row['page_before'] ?? '—'} → ${row['page_after'] ?? '—'}`
  })
  const rest = all || changed.length <= SHOWN ? [] : [`  … and ${changed.length - SHOWN} more: --all, --csv or --json`]
  return [head, ...lines, ...rest, `${changed.length} of ${rows.length} figures differ`, ''].join('\n')
}

async function run({ positionals, values, flags }: Arguments, { cwd, print }: Surroundings): Promise<number> {
  const [output, department, ...more] = positionals
  if (output === undefined || department === undefined || more.length > 0)
    throw new BudgetError('usage', 'a folder of results and a department are wanted')
  const out = resolve(cwd, output)
  const wanted = values.get('kind') ?? 'budget'
  if (wanted !== 'budget' && wanted !== 'final') throw new BudgetError('usage', `--kind wants budget or final, not ${wanted}`)
  const outcomes = (await readArchive(out)).filter(outcome => isCurrent(outcome) && outcome.subject?.kind === KINDS[wanted])
  const exact = outcomes.filter(({ subject }) => subject?.department === department)
  const mine = exact.length > 0 ? exact : outcomes.filter(({ subject }) => subject?.department?.includes(department))
  if (mine.length === 0) throw new BudgetError('usage', `no department ${department} in ${output} (yusuan coverage lists them)`)
  const [before, after] = yearsOf(mine, values.get('years'))
  const rows = comparisonRows(documentOf(out, one(mine, before)), documentOf(out, one(mine, after)))
  if (flags.has('json')) print(jsonlRows(COMPARISON, rows))
  else if (flags.has('csv')) print(csvHead(COMPARISON) + csvRows(COMPARISON, rows))
  else print(textOf(rows, flags.has('all')))
  return EXIT.done
}

/** Two years of a department side by side. */
export const compare: Command = {
  name: 'compare',
  summary: 'two years of a department side by side, the largest changes first',
  usage: '<output> <department> [--years 2023,2024] [--kind budget|final]',
  options: {
    years: { type: 'string', value: 'A,B', help: 'the two years (the last two that there are)' },
    kind: { type: 'string', value: 'KIND', help: 'budget (the default) or final' },
    all: { type: 'boolean', help: 'print every figure, not only the largest changes' },
    csv: { type: 'boolean', help: 'print CSV' },
    json: { type: 'boolean', help: 'print one row a line as JSON' },
  },
  run,
}
