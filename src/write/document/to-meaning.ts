import type { BudgetTable, Dataset } from '../../budget/dataset.ts'
import { type AmountCell, inUnit, isMoneyUnit } from '../../budget/money/amount.ts'
import { unmarked } from '../../budget/prose/prose.ts'
import type { Sangong, SangongFigure } from '../../budget/sangong/sangong.ts'
import type { Check, Checked, Side } from '../../check/check.ts'
import { sumOf } from '../../check/check.ts'
import { placeKey } from '../../finding.ts'
import { roundBox } from '../../geometry.ts'
import { decimalText } from '../relations/relation.ts'
import type { CheckJson, IndicatorJson, LineJson, NarrativeJson, SangongJson } from './meaning-schema.ts'

/** A figure in the unit of its check: money in the unit, percentages with two places, counts plain. */
function shown(value: bigint, unit: string): string {
  if (isMoneyUnit(unit)) return inUnit(value, unit)
  return unit === '%' ? decimalText(value, 2) : `${value}`
}

const sideJson = (side: Side, unit: string): CheckJson['left'] => ({
  label: side.label,
  value: side.terms.length === 0 || unit === '' ? null : shown(sumOf(side), unit),
  terms: side.terms.map(({ sign, text, unit: own, page, box, place }) => ({
    sign: sign < 0n ? '-' : '+',
    text,
    unit: own,
    page,
    box: roundBox(box),
    cell: place && { table: place.table, row: place.row, column: place.column },
  })),
})

/** How a relation came out for a reader: what rounding or cutting explains is no broken one, however far it is beyond the tolerance. */
const toldOutcome = ({ outcome, verdict }: Check): CheckJson['outcome'] => (verdict === 'rounding' ? 'rounding' : outcome)

const checkJson = (check: Check): CheckJson => ({
  identity: check.identity,
  instance: check.instance,
  outcome: toldOutcome(check),
  verdict: check.verdict === 'structure' ? 'not-evaluable' : check.verdict,
  left: sideJson(check.left, check.unit),
  right: sideJson(check.right, check.unit),
  difference: check.difference === null ? null : shown(check.difference, check.unit),
  tolerance: shown(check.tolerance, check.unit),
  unit: check.unit,
  tables: [...check.tables],
  note: check.note,
})

const figureJson = (figure: SangongFigure | null | undefined): SangongJson['total'] =>
  figure
    ? {
        value: figure.money.value,
        unit: figure.money.unit,
        fen: `${figure.money.fen}`,
        page: figure.page,
        box: roundBox(figure.box),
      }
    : null

function sangongJson({ fund, measure, year, parts, narrative, previous, change, growth }: Sangong): SangongJson {
  return {
    fund,
    measure,
    ...(year !== undefined && { year }),
    total: figureJson(parts.total),
    abroad: figureJson(parts.abroad),
    vehicles: figureJson(parts.vehicles),
    purchase: figureJson(parts.purchase),
    running: figureJson(parts.running),
    reception: figureJson(parts.reception),
    narrative: figureJson(narrative),
    previous: figureJson(previous),
    change: figureJson(change),
    growth,
    difference: narrative && parts.total ? inUnit(narrative.money.fen - parts.total.money.fen, parts.total.money.unit) : null,
  }
}

/** What was worked out about a whole document, as it is written. */
export function meaningJson(dataset: Dataset, checked: Checked) {
  return {
    checks: checked.checks.map(checkJson),
    coverage: checked.coverage,
    indicators: dataset.indicators.map(({ places: _, ...goal }): IndicatorJson => ({ ...goal, box: roundBox(goal.box) })),
    sangong: checked.sangong.map(sangongJson),
    narrative: dataset.prose.map(
      ({ step: _step, told: _told, fen, box, item, ...fact }): NarrativeJson => ({
        ...fact,
        label: unmarked(fact.label),
        before: unmarked(fact.before),
        section: unmarked(fact.section),
        text: unmarked(fact.text),
        fen: fen === null ? null : `${fen}`,
        box: roundBox(box),
        item: item && { ...item, names: { ...item.names } },
      }),
    ),
    stray: dataset.stray.map(({ page, text }) => ({ page, text })),
  }
}

/** The lines of a table as they are written. */
export const linesJson = (table: BudgetTable): LineJson[] =>
  table.lines.map(({ amounts: _, codeName, codesBeside, ...line }) => ({
    ...line,
    ...(codeName !== null && { codeName }),
    ...(codesBeside.length > 0 && { codesBeside }),
  }))

/** The amounts of a table by place, those of forms too. */
export function amountsByPlace(table: BudgetTable): ReadonlyMap<string, AmountCell> {
  const all = [...table.lines.flatMap(line => [...line.amounts.values()]), ...table.formAmounts.map(({ amount }) => amount)]
  return new Map(all.map(amount => [placeKey(amount), amount]))
}
