import { useEffect, useState } from 'preact/hooks'
import { opensAt } from '../opens-at.ts'
import { toldCheck } from '../told-check.ts'
import type { DocumentView } from '../wire.ts'
import { type Finding, keyOf, placeOf, type Reading } from './reading.ts'
import { type Asked, figureLink, type Place } from './route.ts'

export const TABS = ['identities', 'findings', 'sentences', 'decisions', 'corrections'] as const
export type Tab = (typeof TABS)[number]

/** The cell of a finding that stands at its place; of several tables the sentence tells of one. */
function cellOf({ cells, page, box }: Finding, reading: Reading): Place | null {
  const own = cells.flatMap(place => reading.byKey.get(keyOf(place)) ?? [])
  const first =
    own.find(({ cell }) => cell.page === page && `${cell.box}` === `${box}`) ?? own.find(({ cell }) => cell.page === page)
  return first ? placeOf(first) : (cells[0] ?? null)
}

/** What of a document is in sight. */
function useSight({ document }: DocumentView) {
  const { tables, narrative } = document
  const [selected, setSelected] = useState<Place | null>(null)
  const [page, setPage] = useState(opensAt(document))
  const [tableId, setTableId] = useState(tables[0]?.id ?? '')
  const [active, setActive] = useState<number | null>(null)
  const [finding, setFinding] = useState<number | null>(null)
  const [fact, setFact] = useState<number | null>(null)
  const [tab, setTab] = useState<Tab>(tables.length > 0 ? 'identities' : narrative.length > 0 ? 'sentences' : 'findings')
  const [editing, setEditing] = useState(false)
  const [adding, setAdding] = useState(false)
  return {
    ...{ selected, page, tableId, active, finding, fact, tab, editing, adding },
    ...{ setSelected, setPage, setTableId, setActive, setFinding, setFact, setTab, setEditing, setAdding },
  }
}

type Sight = ReturnType<typeof useSight>

/** The way to a figure, with its table and the identity through it that is broken. */
const selectIn =
  ({ name, document: { checks } }: DocumentView, reading: Reading, sight: Sight) =>
  (place: Place | null): void => {
    const target = place && reading.byKey.get(keyOf(place))
    if (!target) return
    const own = placeOf(target)
    sight.setSelected(own)
    sight.setPage(target.cell.page)
    sight.setTableId(target.table.id)
    sight.setEditing(false)
    sight.setAdding(false)
    sight.setFinding(null)
    sight.setFact(null)
    sight.setActive(reading.checksOf.get(keyOf(own))?.find(at => checks[at]?.outcome === 'broken') ?? null)
    history.replaceState(null, '', figureLink(name, own))
  }

/** The ways to a figure, a finding, a page and a table. */
function waysIn(view: DocumentView, reading: Reading, sight: Sight) {
  const { tables, findings, narrative } = view.document
  const select = selectIn(view, reading, sight)
  const { page, tableId, setPage, setTableId, setActive, setFinding, setFact } = sight
  const showFinding = (at: number | null): void => {
    const one = at === null ? null : findings[at]
    if (!one || at === null) return
    const first = cellOf(one, reading)
    if (first) select(first)
    if (one.page !== null) setPage(one.page)
    setFinding(at)
    setFact(null)
    sight.setTab('findings')
    setActive(toldCheck(view.document, one))
  }
  /** A figure of a sentence, where it is printed. */
  const showFact = (at: number): void => {
    setFact(at)
    setFinding(null)
    setActive(null)
    sight.setSelected(null)
    setPage(narrative[at]?.page ?? page)
  }
  /** Another page, with the table that stands on it. */
  const turnTo = (next: number): void => {
    setPage(next)
    const on = tables.filter(({ regions }) => regions.some(region => region.page === next))
    if (on[0] && !on.some(({ id }) => id === tableId)) setTableId(on[0].id)
  }
  const showTable = (id: string): void => {
    setTableId(id)
    setPage(tables.find(one => one.id === id)?.regions[0]?.page ?? page)
  }
  return { select, showFinding, showFact, showTable, turnTo }
}

/** Where a reader stands in a document: the figure, page, table, identity and finding shown, and how to go to others. */
export function useStand({ figure, finding: asked, page: askedPage }: Asked, view: DocumentView, reading: Reading) {
  const { tables, checks, findings, narrative } = view.document
  const sight = useSight(view)
  const ways = waysIn(view, reading, sight)
  const { selected, tableId, active, finding, fact } = sight
  useEffect(() => {
    if (asked !== null) ways.showFinding(asked)
    else if (askedPage !== null) ways.turnTo(askedPage)
    else ways.select(figure)
  }, [asked, askedPage, figure?.table, figure?.row, figure?.column])
  return {
    ...sight,
    ...ways,
    found: selected === null ? null : (reading.byKey.get(keyOf(selected)) ?? null),
    table: tables.find(({ id }) => id === tableId) ?? tables[0],
    check: active === null ? null : (checks[active] ?? null),
    /** What is boxed on its page and is no cell: a figure of a sentence, or a finding. */
    shown: fact === null ? (findings[finding ?? -1] ?? null) : (narrative[fact] ?? null),
  }
}

export type Stand = ReturnType<typeof useStand>
