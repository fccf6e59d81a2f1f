import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Opened } from './correcting.ts'
import { hover, keyUnder } from './page-view.tsx'
import { type Cell, type Check, keyOf, placeOf, type Table } from './reading.ts'
import type { Place } from './route.ts'
import { useWords } from './words.ts'

interface Props extends Pick<Opened, 'reading' | 'stand'> {
  readonly table: Table
}

/** Rows of a table in the page at once, around the one that is looked at; a table of thousands of rows stays quick. */
const WINDOW = 240

/** The rows to draw, header aside: all, or those around the selected one. */
function windowOf(table: Table, selected: Place | null): readonly [number, number] {
  const [first, last] = [table.headerRows, table.rows.length]
  if (last - first <= WINDOW) return [first, last]
  const middle = selected?.table === table.id ? selected.row : first
  const from = Math.max(first, Math.min(middle - WINDOW / 2, last - WINDOW))
  return [from, from + WINDOW]
}

const sideOf = (check: Check | null, key: string): string => {
  const has = (terms: Check['left']['terms']): boolean => terms.some(({ cell }) => cell !== null && keyOf(cell) === key)
  if (check === null) return ''
  return has(check.left.terms) ? 'left' : has(check.right.terms) ? 'right' : ''
}

interface RowsProps {
  readonly table: Table
  readonly from: number
  readonly to: number
  /** What is to be seen of a cell beside its text. */
  readonly looks: (cell: Cell) => string
}

/** Rows of a table from one on to before another; cells that span into the first begin there. */
function Rows({ table, from, to, looks }: RowsProps) {
  const nameColumn = (table.columns.find(({ role }) => role === 'name') ?? table.columns[0])?.index
  return Array.from({ length: to - from }, (_, at) => from + at).map(row => (
    <tr key={row}>
      {table.cells
        .filter(cell => cell.row === row || (row === from && cell.row < row && cell.row + cell.rowSpan > row))
        .sort((a, b) => a.column - b.column)
        .map(cell => {
          const key = keyOf({ table: table.id, row: cell.row, column: cell.column })
          const Tag = row < table.headerRows ? 'th' : 'td'
          const own = [looks(cell), cell.amount && 'amount', cell.column === nameColumn && 'name'].filter(Boolean)
          const rowSpan = Math.min(cell.row + cell.rowSpan, to) - row
          return (
            <Tag key={key} data-cell={key} class={own.join(' ')} rowSpan={rowSpan} colSpan={cell.columnSpan}>
              {cell.text}
            </Tag>
          )
        })}
    </tr>
  ))
}

/** The table as a reader counts it, joined over its pages: header and first column stay in sight. */
export function TableView({ table, reading, stand: { selected, check, select } }: Props) {
  const { w } = useWords()
  const room = useRef<HTMLDivElement>(null)
  const now = selected?.table === table.id ? keyOf(selected) : null
  const [from, to] = windowOf(table, selected)
  useEffect(() => {
    room.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [now, table])
  const rows = useMemo(() => {
    const looks = (cell: Cell): string => {
      const key = keyOf({ table: table.id, row: cell.row, column: cell.column })
      return [reading.looks.get(key), sideOf(check, key), key === now && 'now'].filter(Boolean).join(' ')
    }
    return {
      head: <Rows table={table} from={0} to={table.headerRows} looks={looks} />,
      body: <Rows table={table} from={from} to={to} looks={looks} />,
    }
  }, [table, reading, now, check, from, to])
  const click = (event: Event): void => {
    const found = reading.byKey.get(keyUnder(event) ?? '')
    if (found) select(placeOf(found))
  }
  const hidden = table.rows.length - table.headerRows - (to - from)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section class="table-room" ref={room} tabIndex={0} aria-label={w('joined')}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard moves by arrows and J, see the keys of the room */}
      <table class="joined" onClick={click} onPointerOver={event => hover(keyUnder(event))} onPointerLeave={() => hover(null)}>
        <thead>{rows.head}</thead>
        <tbody>{rows.body}</tbody>
      </table>
      {hidden > 0 && <p class="note">… {hidden}</p>}
    </section>
  )
}
