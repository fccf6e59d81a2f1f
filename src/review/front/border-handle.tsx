import { useEffect, useState } from 'preact/hooks'
import { columnBorder } from '../../corrections/column-border.ts'
import type { Found } from './reading.ts'
import { useWords } from './room.tsx'

/** How far a key moves a border, in points: a third of a digit of common print. */
const STEP = 2
/** A border that is put down nearer to where it stood has not been moved, in points. */
const LEAST = 0.5

interface Props {
  readonly found: Found
  readonly width: number
  readonly height: number
  readonly onMove: (x: number) => void
}

/** The border on the right of a cell as high as its column on the page, to be dragged or moved by arrows and Enter. */
export function BorderHandle({ found: { table, cell }, width, height, onMove }: Props) {
  const { w } = useWords()
  const border = columnBorder(table, cell)
  const [x, setX] = useState(cell.box[2])
  useEffect(() => setX(cell.box[2]), [cell])
  if (border === null) return null
  const { left, least, most } = border
  const within = (at: number): number => Math.max(least, Math.min(most, at))
  const put = (): void => {
    if (Math.abs(x - cell.box[2]) >= LEAST) onMove(x)
  }
  const drag = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement
    const sheet = handle.parentElement?.getBoundingClientRect()
    if (sheet && handle.hasPointerCapture(event.pointerId)) setX(within(((event.clientX - sheet.left) / sheet.width) * width))
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => setX(within(x - STEP)),
    ArrowRight: () => setX(within(x + STEP)),
    Escape: () => setX(cell.box[2]),
    Enter: put,
  }
  const top = Math.min(...left.map(({ box }) => box[1]))
  const bottom = Math.max(...left.map(({ box }) => box[3]))
  return (
    <div
      class="border-handle"
      role="slider"
      tabIndex={0}
      title={w('moveBorder')}
      aria-label={w('moveBorder')}
      aria-orientation="horizontal"
      aria-valuemin={Math.round(least)}
      aria-valuemax={Math.round(most)}
      aria-valuenow={Math.round(x)}
      style={{ left: `${(x / width) * 100}%`, top: `${(top / height) * 100}%`, height: `${((bottom - top) / height) * 100}%` }}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onPointerUp={put}
      onKeyDown={event => {
        const act = keys[event.key]
        if (!act) return
        event.preventDefault()
        event.stopPropagation()
        act()
      }}
    />
  )
}
