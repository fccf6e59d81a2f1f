import { type Known, MEANING_DECISIONS, TOLD_KIND } from '../../budget/dataset.ts'
import { moneyOf } from '../../budget/money/amount.ts'
import { marked, type ProseFact, toldFinest } from '../../budget/prose/prose.ts'
import type { Cell, Table, UnitPlace } from '../../table/table.ts'
import type { DocumentJson, TableJson } from './document.ts'

const AROUND = ['title', 'caption', 'below', 'told'] as const

/** Where the unit of a table is printed around it, or that a person told it; not known where a person says that there is none. */
function unitPlacesOf({ unit, unitOfMoney }: Pick<TableJson, 'unit' | 'unitOfMoney'>): Pick<Table, 'unitPlaces'> {
  const around = (unitOfMoney?.places ?? []).flatMap(({ where: printed, unit: own, text, page, box }): UnitPlace[] => {
    const where = AROUND.find(one => one === (printed === 'page' ? 'caption' : printed))
    return where && text !== null && page !== null && box !== null ? [{ where, unit: own, text, page, box }] : []
  })
  const ofHeads = unitOfMoney?.where === 'column' ? unitOfMoney.unit : null
  return unit === (around[0]?.unit ?? ofHeads) ? { unitPlaces: around } : {}
}

/** The tables of document.json as the table stage gives them; cells that were reviewed count as printed text. */
export const tablesFrom = (document: DocumentJson): Table[] =>
  document.tables.map(
    ({ id, number, title, department, regions, headerRows, columns, rows, cells, form, decisions, ...named }) => ({
      id,
      number,
      title,
      department,
      unit: named.unit,
      ...(named.heading !== undefined && { heading: named.heading }),
      ...unitPlacesOf(named),
      regions,
      headerRows,
      columns: columns.map(({ index, path }) => ({ index, path })),
      rowCount: rows.length,
      cells: cells.map(
        ({ amount: _, vouchedBy: _relations, firstReading, source, ...cell }): Cell => ({
          ...{ ...cell, source: source === 'ocr' ? 'ocr' : 'pdf' },
          ...(firstReading !== undefined && firstReading !== cell.text && { firstReading }),
        }),
      ),
      form,
      decisions: decisions.filter(({ what }) => !MEANING_DECISIONS.includes(what)),
    }),
  )

/** The standard tables that people said tables are, by the id of the table; null where it is none. */
export const toldKinds = ({ tables }: DocumentJson): ReadonlyMap<string, string | null> =>
  new Map(tables.flatMap(({ id, kind, kindEvidence }) => (kindEvidence.includes(TOLD_KIND) ? [[id, kind]] : [])))

const SCOPES = ['department', 'unit', 'government'] as const

/** What the first reading found beside the tables: the document's own words and the figures of its running text. */
export const knownFrom = (document: DocumentJson): Known => ({
  metadata: {
    ...document.document,
    scope: SCOPES.find(scope => scope === document.document.scope) ?? null,
  },
  prose: toldFinest(
    document.narrative.map(
      ({ fen, item, doubtful, ...fact }): ProseFact => ({
        ...fact,
        ...(doubtful && { doubtful }),
        code: fact.code ?? null,
        label: marked(fact.label),
        before: marked(fact.before),
        section: marked(fact.section),
        text: marked(fact.text),
        fen: fen === null ? null : BigInt(fen),
        step: moneyOf(fact.value, fact.unit)?.step ?? 0n,
        told: 0n,
        item: item && {
          ...item,
          names: Object.fromEntries(Object.entries(item.names).filter(([, name]) => name !== undefined)),
        },
      }),
    ),
  ),
  stray: document.stray,
  lastPage: document.source.pages,
})
