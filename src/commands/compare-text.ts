import { groupedOf } from '../thousands.ts'
import { type Row, yuanText } from '../write/relations/relation.ts'
import { type Language, saidIn } from './said.ts'

/** 分 of a hundredth of a unit: budgets print two places. */
const UNITS = { 元: 1n, 万元: 10_000n } as const
type Unit = keyof typeof UNITS

/** Rows that are told before the reader is sent to the others. */
const SHOWN = 30

/** A scope that no document tells, as it is asked for. */
export const UNKNOWN = 'unknown'

/** The words of a scope for a person. */
export const SCOPES: Readonly<Record<string, string>> = {
  department: '部门',
  unit: '本级',
  government: '政府',
  [UNKNOWN]: '口径不明',
}

/** The word of a scope. */
export const scopeWord = (scope: Row[string] | undefined): string => SCOPES[String(scope ?? UNKNOWN)] ?? String(scope)

const SIDES: Readonly<Record<string, string>> = { income: '收入', expense: '支出' }

const text = (value: Row[string] | undefined): string => `${value ?? ''}`

/** The unit in which amounts are read best and nothing of them is lost: 万元 where every one has no more than two places in it. */
function unitOf(rows: readonly Row[]): Unit {
  const isWhole = (value: Row[string] | undefined): boolean => typeof value !== 'bigint' || value % UNITS.万元 === 0n
  return rows.every(({ before, after }) => isWhole(before) && isWhole(after)) ? '万元' : '元'
}

/** An amount of 分 in a unit with two places, its digits grouped. */
const shown = (value: Row[string] | undefined, unit: Unit): string =>
  typeof value === 'bigint' ? groupedOf(yuanText(value / UNITS[unit])) : '—'

/** What a row is called: a code with its name, else the label as it is printed. */
function subjectOf({ item, name }: Row): string {
  const [label, known] = [text(item), text(name)]
  return known === '' || label.includes(known) ? label : `${label} ${known}`
}

/** Income or expenditure, in a kind of table that has both, where the head of the column does not say it. */
function sideOf({ side, header, table_kind }: Row, rows: readonly Row[]): string {
  const word = SIDES[text(side)] ?? ''
  const sides = new Set(rows.filter(row => row['table_kind'] === table_kind).map(row => row['side']))
  return sides.size > 1 && !text(header).includes(word) ? word : ''
}

/** Two documents side by side for a person: a line a figure, what changed before what did not. */
export function comparisonText(rows: readonly Row[], all: boolean, language: Language): string {
  const said = saidIn(language)
  const changed = rows.filter(row => row['change'] !== 0n)
  const list = all ? rows : changed.slice(0, SHOWN)
  const unit = unitOf(rows)
  const [first] = rows
  const side = (when: 'before' | 'after'): string =>
    `${first?.[`year_${when}`] ?? ''}（${scopeWord(first?.[`scope_${when}`])}）`
  const head = `${first?.['department'] ?? ''}  ${side('before')} → ${side('after')}  (${unit})`
  const lines = list.map(row => {
    const percent = row['percent'] === null ? '' : ` (${row['percent']} %)`
    const names = [text(row['title'] ?? row['table_kind']), sideOf(row, rows), subjectOf(row), text(row['header'])]
    const amounts = `${shown(row['before'], unit)} → ${shown(row['after'], unit)}, ${shown(row['change'], unit)}${percent}`
    return `  ${names.filter(Boolean).join(' · ')}: ${amounts}  p. ${row['page_before'] ?? '—'} → ${row['page_after'] ?? '—'}`
  })
  const rest = all || changed.length <= SHOWN ? [] : [`  ${said.moreRows(changed.length - SHOWN)}`]
  return [head, ...lines, ...rest, said.differ(changed.length, rows.length), ''].join('\n')
}
