import type { DocumentJson } from '../../write/document.ts'
import type { CorrectionRequest } from '../wire.ts'
import type { Found, Table } from './reading.ts'
import { useWords } from './room.tsx'

interface Props {
  readonly document: DocumentJson
  readonly table: Table
  readonly found: Found | null
  readonly onTable: (id: string) => void
  readonly onSend: (corrections: readonly CorrectionRequest[]) => Promise<boolean>
}

const UNITS = ['元', '千元', '万元', '百万元', '亿元']

/** Which table is looked at, its unit, and where it begins and ends. */
export function TableTools({ document, table, found, onTable, onSend }: Props) {
  const { w } = useWords()
  const at = document.tables.findIndex(({ id }) => id === table.id)
  const next = document.tables[at + 1]
  const [region] = table.regions
  const about = region && { table: table.id, page: region.page, box: region.box, why: '' }
  const setUnit = (unit: string): void => {
    if (about) void onSend([{ ...about, action: 'unit', old: table.unit ?? '', new: unit }])
  }
  const join = (): void => {
    if (about && next) void onSend([{ ...about, action: 'join', old: '', new: next.id }])
  }
  const part = (): void => {
    if (!found) return
    const { page, box, text } = found.cell
    void onSend([{ action: 'part', table: table.id, page, box, old: text, new: '', why: '' }])
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
        <select value={table.unit ?? ''} onChange={event => setUnit(event.currentTarget.value)}>
          {table.unit === null && <option value="">—</option>}
          {units.map(unit => (
            <option key={unit} value={unit}>
              {unit}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={next?.columns.length !== table.columns.length} onClick={join}>
        {w('join')}
      </button>
      <button type="button" disabled={found?.table.id !== table.id || found.cell.row <= table.headerRows} onClick={part}>
        {w('part')}
      </button>
    </div>
  )
}
