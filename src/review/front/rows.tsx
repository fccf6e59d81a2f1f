import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Rows drawn above and below those in sight, so that a quick scroll meets no gap. */
const SPARE = 12

interface Props<T> {
  readonly rows: readonly T[]
  /** Height of a row in pixels, the same for all. */
  readonly height: number
  readonly label: string
  readonly row: (one: T) => ComponentChildren
}

/** A list of any length: only the rows in sight are in the page. */
export function VirtualRows<T>({ rows, height, label, row }: Props<T>) {
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const own = box.current
    if (!own) return
    const look = (): void => setSeen({ top: own.scrollTop, height: own.clientHeight })
    const size = new ResizeObserver(look)
    size.observe(own)
    own.addEventListener('scroll', look, { passive: true })
    return () => {
      size.disconnect()
      own.removeEventListener('scroll', look)
    }
  }, [])
  const first = Math.max(0, Math.floor(seen.top / height) - SPARE)
  const last = Math.ceil((seen.top + seen.height) / height) + SPARE
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard
    <section class="rows" ref={box} tabIndex={0} aria-label={label}>
      <div class="rows-all" style={{ height: `${rows.length * height}px` }}>
        {rows.slice(first, last).map((one, at) => (
          <div key={first + at} class="rows-one" style={{ top: `${(first + at) * height}px`, height: `${height}px` }}>
            {row(one)}
          </div>
        ))}
      </div>
    </section>
  )
}
