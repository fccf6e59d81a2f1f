import { useEffect, useState } from 'preact/hooks'
import { isSameBox } from '../../geometry.ts'
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
  const onPage = own.filter(({ cell }) => cell.page === page)
  const first = onPage.find(({ cell }) => box !== null && isSameBox(cell.box, box)) ?? onPage[0]
  return first ? placeOf(first) : (cells[0] ?? null)
}

/** What of a document is in sight; an identity, a finding and a figure of a sentence by their numbers. */
interface Sight {
  readonly selected: Place | null
  readonly page: number
  readonly tableId: string
  readonly active: number | null
  readonly finding: number | null
  readonly fact: number | null
  readonly tab: Tab
  readonly editing: boolean
  readonly adding: boolean
}

/** Nothing that is pointed at or written. */
const NOTHING = { selected: null, active: null, finding: null, fact: null, editing: false, adding: false } as const

function firstSight({ document }: DocumentView): Sight {
  const { tables, narrative } = document
  const tab = tables.length > 0 ? 'identities' : narrative.length > 0 ? 'sentences' : 'findings'
  return { ...NOTHING, page: opensAt(document), tableId: tables[0]?.id ?? '', tab }
}

/** Shows something else of a document; what is not named stays. */
type See = (other: Partial<Sight>) => void

/** The way to a figure, with its table and the identity through it that is broken. */
const selectIn =
  ({ name, document: { checks } }: DocumentView, reading: Reading, see: See) =>
  (place: Place | null): void => {
    const target = place && reading.byKey.get(keyOf(place))
    if (!target) return
    const selected = placeOf(target)
    const active = reading.checksOf.get(keyOf(selected))?.find(at => checks[at]?.outcome === 'broken') ?? null
    see({ ...NOTHING, selected, active, page: target.cell.page, tableId: target.table.id })
    history.replaceState(null, '', figureLink(name, selected))
  }

/** The ways to a figure, a finding, a page and a table. */
function waysIn(view: DocumentView, reading: Reading, { page, tableId }: Sight, see: See) {
  const { tables, findings, narrative } = view.document
  const select = selectIn(view, reading, see)
  const showFinding = (at: number | null): void => {
    const one = at === null ? null : findings[at]
    if (!one) return
    const first = cellOf(one, reading)
    if (first) select(first)
    if (one.page !== null) see({ page: one.page })
    see({ finding: at, fact: null, tab: 'findings', active: toldCheck(view.document, one) })
  }
  /** A figure of a sentence, where it is printed. */
  const showFact = (at: number): void =>
    see({ fact: at, finding: null, active: null, selected: null, page: narrative[at]?.page ?? page })
  /** Another page, with the table that stands on it. */
  const turnTo = (next: number): void => {
    const on = tables.filter(({ regions }) => regions.some(region => region.page === next))
    see({ page: next, tableId: on.some(({ id }) => id === tableId) ? tableId : (on[0]?.id ?? tableId) })
  }
  const showTable = (id: string): void =>
    see({ tableId: id, page: tables.find(one => one.id === id)?.regions[0]?.page ?? page })
  return { select, showFinding, showFact, showTable, turnTo }
}

/** Where a reader stands in a document: the figure, page, table, identity and finding shown, and how to go to others. */
export function useStand({ figure, finding: asked, page: askedPage }: Asked, view: DocumentView, reading: Reading) {
  const { tables, checks, findings, narrative } = view.document
  const [sight, setSight] = useState(() => firstSight(view))
  const see: See = other => setSight(before => ({ ...before, ...other }))
  const ways = waysIn(view, reading, sight, see)
  const { selected, tableId, active, finding, fact } = sight
  useEffect(() => {
    if (asked !== null) ways.showFinding(asked)
    else if (askedPage !== null) ways.turnTo(askedPage)
    else ways.select(figure)
  }, [asked, askedPage, figure?.table, figure?.row, figure?.column])
  return {
    ...sight,
    ...ways,
    see,
    found: selected === null ? null : (reading.byKey.get(keyOf(selected)) ?? null),
    table: tables.find(({ id }) => id === tableId) ?? tables[0],
    check: active === null ? null : (checks[active] ?? null),
    /** What is boxed on its page and is no cell: a figure of a sentence, or a finding. */
    shown: fact === null ? (findings[finding ?? -1] ?? null) : (narrative[fact] ?? null),
  }
}

export type Stand = ReturnType<typeof useStand>
