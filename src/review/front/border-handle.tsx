import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { borderWithin, cellsOfColumn, columnBorder } from '../../corrections/column-border.ts'
import type { Found } from './reading.ts'
import { useWords } from './room.tsx'

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

interface Props {
  readonly found: Found
  readonly width: number
  readonly height: number
}

interface MovedProps extends Props {
  readonly onMove: (x: number) => void
  readonly onDrop: () => void
}

/** The border on the right of a cell as high as its column on the page. */
export function BorderHandle({ found: { table, cell }, width, height, onMove, onDrop }: MovedProps) {
  const { w } = useWords()
  const border = columnBorder(table, cell)
  if (border === null) return null
  const { left, least, most } = border
  const at = cell.box[2]
  return (
    <Handle
      look="moved"
      label={w('moveBorder')}
      {...{ at, least, most, width, height }}
      top={Math.min(...left.map(({ box }) => box[1]))}
      bottom={Math.max(...left.map(({ box }) => box[3]))}
      onPut={x => Math.abs(x - at) >= LEAST && onMove(x)}
      keys={{ Delete: onDrop }}
    />
  )
}

interface NewProps extends Props {
  readonly onAdd: (x: number) => void
  readonly onLeave: () => void
}

/** A border that is to be put into the column of a cell, to begin with in its middle. */
export function NewBorder({ found: { table, cell }, width, height, onAdd, onLeave }: NewProps) {
  const { w } = useWords()
  const range = borderWithin(cell)
  if (range === null) return null
  const own = cellsOfColumn(table, cell.column).filter(({ page }) => page === cell.page)
  return (
    <Handle
      look="new"
      label={w('putBorder')}
      {...{ ...range, width, height }}
      at={(range.least + range.most) / 2}
      top={Math.min(...own.map(({ box }) => box[1]))}
      bottom={Math.max(...own.map(({ box }) => box[3]))}
      onPut={onAdd}
      keys={{ Escape: onLeave }}
    />
  )
}
