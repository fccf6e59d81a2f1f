import type { Table } from '../../table/table.ts'
import { plain } from '../label.ts'
import { fenOf, moneyOf } from './amount.ts'

type Headed = Pick<Table, 'cells' | 'columns' | 'headerRows'>

/** What the squares of a ledger are headed, a digit of an amount in each. */
const SQUARES = '千百十亿千百十万千百十元角分'
/** 元 角 分 may be a column of each unit; with 十 before them they are squares. */
const LEAST_SQUARES = 4
/** Units that an amount is parted into. */
const UNITS = ['亿元', '万元', '元']

/**
 * Columns that hold a part of an amount each: under one head they name its places one after the other, 千 百 十 元, or its
 * units, 万元 元, of which the lesser never makes one of the greater.
 */
export function partedAmounts(table: Headed): ReadonlySet<number> {
  const groups = [...Map.groupBy(table.columns, ({ path }) => path.slice(0, -1).join('\n')).values()]
  return new Set(groups.flatMap(group => [...squaresIn(group), ...unitsIn(group, table)]))
}

type Group = Table['columns']

const headsOf = (group: Group): string[] => group.map(({ path }) => plain(path.at(-1) ?? ''))

function squaresIn(group: Group): number[] {
  const heads = headsOf(group)
  const runs = heads.map((_, at) => group.slice(at, at + lengthFrom(heads, at)))
  const [longest = []] = runs.sort((a, b) => b.length - a.length)
  return longest.length < LEAST_SQUARES ? [] : longest.map(({ index }) => index)
}

/** How many heads from one on are neighbouring places. */
function lengthFrom(heads: readonly string[], from: number): number {
  const rest = heads.slice(from)
  const places = Array.from(SQUARES, (_, start) => {
    const end = rest.findIndex((head, at) => head !== SQUARES[start + at])
    return end < 0 ? rest.length : end
  })
  return Math.max(...places)
}

function unitsIn(group: Group, { cells, headerRows }: Headed): number[] {
  const heads = headsOf(group)
  const units = UNITS.slice(UNITS.indexOf(heads[0] ?? ''))
  if (heads.length < 2 || heads.some((head, at) => head !== units[at])) return []
  const isPart = group.slice(1).every(({ index }, at) => {
    const [greater = '', unit = ''] = units.slice(at)
    const own = cells.filter(({ row, column }) => row >= headerRows && column === index)
    return own.every(({ text }) => (moneyOf(text, unit)?.fen ?? 0n) < (fenOf(greater) ?? 0n))
  })
  return isPart ? group.map(({ index }) => index) : []
}
