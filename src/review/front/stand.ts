import { useCallback, useEffect, useState } from 'preact/hooks'
import type { DocumentView } from '../wire.ts'
import { keyOf, placeOf, type Reading } from './reading.ts'
import { figureLink, type Place } from './route.ts'

export const TABS = ['identities', 'findings', 'decisions', 'corrections'] as const
export type Tab = (typeof TABS)[number]

/** What the address asks a document to be opened at. */
export interface Asked {
  readonly name: string
  readonly figure: Place | null
  readonly finding: number | null
}

/** The identity that goes through most of the cells of a finding, which tells one cause of several; null when none does. */
function identityThrough({ document: { checks } }: DocumentView, cells: readonly Place[]): number | null {
  const places = new Set(cells.map(keyOf))
  const shared = checks.map(({ outcome, left, right }) =>
    outcome === 'holds' ? 0 : [...left.terms, ...right.terms].filter(({ cell }) => cell && places.has(keyOf(cell))).length,
  )
  const through = shared.indexOf(Math.max(1, ...shared))
  return through < 0 ? null : through
}

/** Where a reader stands in a document: the figure, page, table, identity and finding shown, and how to go to others. */
export function useStand({ name, figure, finding: asked }: Asked, view: DocumentView, reading: Reading) {
  const { tables, checks, findings } = view.document
  const [selected, setSelected] = useState<Place | null>(null)
  const [page, setPage] = useState(tables[0]?.regions[0]?.page ?? 1)
  const [tableId, setTableId] = useState(tables[0]?.id ?? '')
  const [active, setActive] = useState<number | null>(null)
  const [finding, setFinding] = useState<number | null>(null)
  const [tab, setTab] = useState<Tab>('identities')
  const [editing, setEditing] = useState(false)

  const select = useCallback(
    (place: Place | null): void => {
      const target = place && reading.byKey.get(keyOf(place))
      if (!target) return
      const own = placeOf(target)
      setSelected(own)
      setPage(target.cell.page)
      setTableId(target.table.id)
      setEditing(false)
      setFinding(null)
      setActive(reading.checksOf.get(keyOf(own))?.find(at => checks[at]?.outcome === 'broken') ?? null)
      history.replaceState(null, '', figureLink(name, own))
    },
    [reading, name, view],
  )
  const showFinding = useCallback(
    (at: number | null): void => {
      const one = at === null ? null : findings[at]
      if (!one || at === null) return
      const [first] = one.cells
      if (first) select(first)
      if (one.page !== null) setPage(one.page)
      setFinding(at)
      setTab('findings')
      setActive(identityThrough(view, one.cells))
    },
    [view, select],
  )
  const showTable = (id: string): void => {
    setTableId(id)
    setPage(tables.find(one => one.id === id)?.regions[0]?.page ?? page)
  }
  useEffect(() => (asked === null ? select(figure) : showFinding(asked)), [asked, figure?.table, figure?.row, figure?.column])
  return {
    ...{ selected, page, active, finding, tab, editing },
    found: selected === null ? null : (reading.byKey.get(keyOf(selected)) ?? null),
    table: tables.find(({ id }) => id === tableId) ?? tables[0],
    check: active === null ? null : (checks[active] ?? null),
    shownFinding: finding === null ? null : (findings[finding] ?? null),
    ...{ select, showFinding, showTable, setPage, setActive, setTab, setEditing },
  }
}

export type Stand = ReturnType<typeof useStand>
