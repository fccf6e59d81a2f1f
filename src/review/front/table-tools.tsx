import { borderWithin } from '../../corrections/column-border.ts'
import { union } from '../../geometry.ts'
import type { CorrectionRequest } from '../wire.ts'
import { type Opened, requestOf } from './correcting.ts'
import { type Cell, covering, type Found, type Table } from './reading.ts'
import { useWords, type Word } from './words.ts'

/** A cell and the one beside it as one, texts in reading order. */
const mergeOf = (found: Found, { box, text }: Cell): CorrectionRequest => ({
  ...requestOf('merge', found, found.cell.text + text),
  box: union(found.cell.box, box),
  old: `${found.cell.text}|${text}`,
})

/** The texts of a cell that is split: its printed lines where there is one for each place, else all in the first. */
const pieces = ({ lines, text, rowSpan, columnSpan }: Cell): string =>
  lines.length === rowSpan * columnSpan ? lines.join('\n') : text

/** What the rows and columns at a cell may be instead: one cell with a neighbour, several, the beginning of a table. */
function CellTools({ found, stand, correcting }: Pick<Opened, 'stand' | 'correcting'> & { readonly found: Found }) {
  const { w } = useWords()
  const { table, cell } = found
  const right = covering(table, cell.row, cell.column + cell.columnSpan)
  const below = covering(table, cell.row + cell.rowSpan, cell.column)
  const isBeside = (other: Cell | undefined): other is Cell => other?.page === cell.page
  const fitsRight = isBeside(right) && right.row === cell.row && right.rowSpan === cell.rowSpan
  const fitsBelow = isBeside(below) && below.column === cell.column && below.columnSpan === cell.columnSpan
  const send = (request: CorrectionRequest) => (): void => void correcting.send([request])
  const tools: readonly (readonly [Word, () => void] | false)[] = [
    cell.row > table.headerRows && ['part', send(requestOf('part', found, ''))],
    fitsRight && ['mergeRight', send(mergeOf(found, right))],
    fitsBelow && ['mergeBelow', send(mergeOf(found, below))],
    cell.rowSpan * cell.columnSpan > 1 && ['split', send(requestOf('split', found, pieces(cell)))],
    borderWithin(cell) !== null && ['addBorder', () => stand.see({ adding: true })],
    cell.column + cell.columnSpan < table.columns.length && ['dropBorder', send(requestOf('drop-border', found, ''))],
  ]
  return tools
    .filter(tool => tool !== false)
    .map(([word, act]) => (
      <button type="button" key={word} onClick={act}>
        {w(word)}
      </button>
    ))
}

interface Props extends Pick<Opened, 'view' | 'stand' | 'correcting'> {
  readonly table: Table
}

const UNITS = ['元', '千元', '万元', '百万元', '亿元']

/** The units that a table may be said to have: its own, or none, and the usual ones. */
const unitOptions = ({ unit }: Table): (readonly [value: string, name: string])[] => [
  ...(unit === null ? [['', '—'] as const] : []),
  ...(unit === null || UNITS.includes(unit) ? UNITS : [unit, ...UNITS]).map(one => [one, one] as const),
]

interface ChoiceProps {
  readonly word: Word
  readonly value: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly onChoose: (value: string) => void
}

function Choice({ word, value, options, onChoose }: ChoiceProps) {
  const { w } = useWords()
  return (
    <label>
      {w(word)}{' '}
      <select class={word} value={value} onChange={event => onChoose(event.currentTarget.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Which table is looked at, which of the standard tables it is, its unit, and where it goes on. */
export function TableTools({ view: { document, kinds }, table, stand, correcting }: Props) {
  const { w, language } = useWords()
  const { found } = stand
  const next = document.tables[document.tables.findIndex(({ id }) => id === table.id) + 1]
  const [region] = table.regions
  const say = (action: 'unit' | 'kind' | 'join', old: string, text: string): void => {
    if (region) void correcting.send([{ action, table: table.id, page: region.page, box: region.box, old, new: text, why: '' }])
  }
  return (
    <div class="tools table-tools">
      <select aria-label={w('tables')} value={table.id} onChange={event => stand.showTable(event.currentTarget.value)}>
        {document.tables.map(one => (
          <option key={one.id} value={one.id}>
            {one.number ?? one.id} {one.title ?? ''}
          </option>
        ))}
      </select>
      <Choice
        word="unitOf"
        value={table.unit ?? ''}
        options={unitOptions(table)}
        onChoose={unit => say('unit', table.unit ?? '', unit)}
      />
      <Choice
        word="kindOf"
        value={table.kind ?? ''}
        options={[['', w('noKind')], ...kinds.map(kind => [kind.id, kind[language]] as const)]}
        onChoose={kind => say('kind', table.kind ?? '', kind)}
      />
      <button
        type="button"
        disabled={next?.columns.length !== table.columns.length}
        onClick={() => next && say('join', '', next.id)}
      >
        {w('join')}
      </button>
      {found?.table.id === table.id && <CellTools {...{ found, stand, correcting }} />}
    </div>
  )
}
