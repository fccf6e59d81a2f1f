import { inUnit, type Money } from '../budget/amount.ts'
import type { AmountCell, Dataset } from '../budget/dataset.ts'
import { SANGONG_PARTS, type Sangong, type SangongFigure, type SangongPart } from '../budget/sangong.ts'
import type { Term } from './check.ts'
import { SANGONG_TABLES } from './form-sums.ts'
import { sangongFact, sangongTerm } from './sum-checks.ts'

type Parts = Partial<Record<SangongPart, SangongFigure>>

const figureOf = (term: Term): SangongFigure => ({
  money: { value: inUnit(term.fen, term.unit), unit: term.unit, fen: term.fen, step: term.step },
  page: term.page,
  box: term.box,
})

/** Two figures added up, in the unit of the first. */
function added(a: SangongFigure | undefined, b: SangongFigure | undefined): SangongFigure | undefined {
  if (!a || !b) return a ?? b
  const fen = a.money.fen + b.money.fen
  const money: Money = { value: inUnit(fen, a.money.unit), unit: a.money.unit, fen, step: a.money.step }
  return { ...a, money }
}

function partsOf(dataset: Dataset, kind: string, facet: '' | 'budget' | 'final'): Parts | null {
  const found = SANGONG_PARTS.flatMap((part): [SangongPart, SangongFigure][] => {
    const term = sangongTerm(dataset, kind, part, facet)
    return term && term.step > 0n ? [[part, figureOf(term)]] : []
  })
  return found.length === 0 ? null : Object.fromEntries(found)
}

/** What the tables of a kind print where their total is in no usual place: years or funds in rows, items downwards. */
function printedRows(
  dataset: Dataset,
  kind: string,
  measure: Sangong['measure'],
  usual: 'general' | 'government-fund',
): Sangong[] {
  const figure = ({ money, cell }: AmountCell): SangongFigure[] => (money ? [{ money, page: cell.page, box: cell.box }] : [])
  const tables = dataset.tables.filter(table => table.kind === kind)
  const [printed = []] = tables
    .map(table => table.sangong.filter(row => row.measure === measure))
    .filter(rows => rows.some(({ parts }) => parts.total))
  return printed.map(({ fund, parts }) => ({
    fund: fund ?? usual,
    measure,
    narrative: null,
    parts: Object.fromEntries(
      SANGONG_PARTS.flatMap(part => (parts[part] ? figure(parts[part]).map(one => [part, one] as const) : [])),
    ),
  }))
}

/** 三公 of a document: one row a fund and measure, and one of all funds with the narrative's total. */
export function sangongOf(dataset: Dataset): Sangong[] {
  return SANGONG_TABLES.flatMap(({ kinds, measure, facet }) => {
    const rows = kinds.flatMap(({ kind, fund }): Sangong[] => {
      const parts = partsOf(dataset, kind, facet)
      const printed = parts?.total ? [] : printedRows(dataset, kind, measure, fund)
      if (printed.length > 0) return printed
      return parts ? [{ fund, measure, parts, narrative: null }] : []
    })
    const [first, ...more] = rows
    if (!first) return []
    const parts = more.reduce<Parts>(
      (sum, row) =>
        Object.fromEntries(
          SANGONG_PARTS.flatMap(part => {
            const both = added(sum[part], row.parts[part])
            return both ? [[part, both]] : []
          }),
        ),
      first.parts,
    )
    const fact = sangongFact(dataset, measure)
    const narrative =
      fact?.fen == null
        ? null
        : { money: { value: fact.value, unit: fact.unit, fen: fact.fen, step: fact.step }, page: fact.page, box: fact.box }
    return [...rows, { fund: 'all', measure, parts, narrative }]
  })
}
