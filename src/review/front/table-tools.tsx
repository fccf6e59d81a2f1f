import type { DocumentView } from '../wire.ts'
import { CellTools } from './cell-tools.tsx'
import type { Found, Table } from './reading.ts'
import { useWords } from './room.tsx'
import type { Send } from './sending.ts'

interface Props {
  readonly view: DocumentView
  readonly table: Table
  readonly found: Found | null
  readonly onTable: (id: string) => void
  readonly onSend: Send
  readonly onAddBorder: () => void
}

const UNITS = ['元', '千元', '万元', '百万元', '亿元']

/** Which table is looked at, which of the standard tables it is, its unit, and where it goes on. */
export function TableTools({ view: { document, kinds }, table, found, onTable, onSend, onAddBorder }: Props) {
  const { w, language } = useWords()
  const at = document.tables.findIndex(({ id }) => id === table.id)
  const next = document.tables[at + 1]
  const [region] = table.regions
  const say = (action: string, old: string, text: string): void => {
    if (region) void onSend([{ action, table: table.id, page: region.page, box: region.box, old, new: text, why: '' }])
  }
  const units = table.unit === null || UNITS.includes(table.unit) ? UNITS : [table.unit, ...UNITS]
  return (
    <div class="tools table-tools">
      <select aria-label={w('tables')} value={table.id} onChange={event => onTable(event.currentTarget.value)}>
        {document.tables.map(one => (
          <option key={one.id} value={one.id}>
            {one.number ?? one.id} {one.title ?? ''}
          </option>
        ))}
      </select>
      <label>
        {w('unitOf')}{' '}
        <select value={table.unit ?? ''} onChange={event => say('unit', table.unit ?? '', event.currentTarget.value)}>
          {table.unit === null && <option value="">—</option>}
          {units.map(unit => (
            <option key={unit} value={unit}>
              {unit}
            </option>
          ))}
        </select>
      </label>
      <label>
        {w('kindOf')}{' '}
        <select
          class="kind"
          value={table.kind ?? ''}
          onChange={event => say('kind', table.kind ?? '', event.currentTarget.value)}
        >
          <option value="">{w('noKind')}</option>
          {kinds.map(kind => (
            <option key={kind.id} value={kind.id}>
              {kind[language]}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        disabled={next?.columns.length !== table.columns.length}
        onClick={() => next && say('join', '', next.id)}
      >
        {w('join')}
      </button>
      {found?.table.id === table.id && <CellTools found={found} onSend={onSend} onAddBorder={onAddBorder} />}
    </div>
  )
}
