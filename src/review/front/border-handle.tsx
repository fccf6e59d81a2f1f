import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { borderWithin, cellsOfColumn, columnBorder } from '../../corrections/column-border.ts'
import type { Found } from './reading.ts'
import { useWords } from './words.ts'

/** How far a key moves a border, in points: a third of a digit of common print. */
const STEP = 2
/** A border that is put down nearer to where it stood has not been moved, in points. */
const LEAST = 0.5

interface HandleProps {
  readonly look: 'moved' | 'new'
  readonly label: string
  /** Where it stands to begin with and how far it goes, in points of the page. */
  readonly at: number
  readonly least: number
  readonly most: number
  readonly top: number
  readonly bottom: number
  readonly width: number
  readonly height: number
  readonly onPut: (x: number) => void
  /** Keys besides the arrows and Enter, or in the place of Escape, which puts it back. */
  readonly keys: Readonly<Record<string, () => void>>
}

/** Do what a key stands for, and nothing else with it. */
function pressed(event: KeyboardEvent, acts: HandleProps['keys']): void {
  const act = acts[event.key]
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  act()
}

/** A border of columns on the page, to be dragged or moved by arrows and Enter. */
function Handle({ look, label, at, least, most, top, bottom, width, height, onPut, keys }: HandleProps) {
  const [x, setX] = useState(at)
  const handle = useRef<HTMLDivElement>(null)
  useEffect(() => setX(at), [at])
  useLayoutEffect(() => {
    if (look === 'new') handle.current?.focus()
  }, [])
  const within = (wanted: number): number => Math.max(least, Math.min(most, wanted))
  const drag = (event: PointerEvent): void => {
    const own = event.currentTarget as HTMLElement
    const sheet = own.parentElement?.getBoundingClientRect()
    if (sheet && own.hasPointerCapture(event.pointerId)) setX(within(((event.clientX - sheet.left) / sheet.width) * width))
  }
  const acts: HandleProps['keys'] = {
    ArrowLeft: () => setX(within(x - STEP)),
    ArrowRight: () => setX(within(x + STEP)),
    Enter: () => onPut(x),
    Escape: () => setX(at),
    ...keys,
  }
  return (
    <div
      ref={handle}
      class={`border-handle ${look}`}
      role="slider"
      tabIndex={0}
      title={label}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={Math.round(least)}
      aria-valuemax={Math.round(most)}
      aria-valuenow={Math.round(x)}
      style={{ left: `${(x / width) * 100}%`, top: `${(top / height) * 100}%`, height: `${((bottom - top) / height) * 100}%` }}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={() => Math.abs(x - at) >= LEAST && onPut(x)}
      onKeyDown={event => pressed(event, acts)}
    />
  )
}

/** Where a border at a cell stands to begin with, how far it goes, and the cells beside it: a new one in the middle of the column, else the one on the right. */
function standsOf({ table, cell }: Found, isNew: boolean) {
  if (!isNew) {
    const border = columnBorder(table, cell)
    return border && { ...border, at: cell.box[2], beside: border.left }
  }
  const range = borderWithin(cell)
  const beside = cellsOfColumn(table, cell.column).filter(({ page }) => page === cell.page)
  return range && { ...range, at: (range.least + range.most) / 2, beside }
}

interface Props extends Pick<HandleProps, 'width' | 'height' | 'onPut' | 'keys'> {
  readonly found: Found
  readonly isNew: boolean
}

/** The border on the right of a cell, or a new one in its column, as high as the column on the page. */
export function ColumnBorder({ found, isNew, onPut, ...rest }: Props) {
  const { w } = useWords()
  const stands = standsOf(found, isNew)
  if (stands === null) return null
  const { beside, at, least, most } = stands
  const look = isNew ? 'new' : 'moved'
  return (
    <Handle
      key={look}
      look={look}
      label={w(isNew ? 'putBorder' : 'moveBorder')}
      {...{ at, least, most, ...rest }}
      top={Math.min(...beside.map(({ box }) => box[1]))}
      bottom={Math.max(...beside.map(({ box }) => box[3]))}
      onPut={x => (isNew || Math.abs(x - at) >= LEAST) && onPut(x)}
    />
  )
}
