import { wanOf } from './money.ts'
import { type Part, type SangongLine, text } from './sangong-data.ts'
import { useWords } from './words.ts'

const BARS = 12

/** The largest of them as bars, one unit, beginning at zero. */
export function Bars({ lines, part }: { readonly lines: readonly SangongLine[]; readonly part: Part }) {
  const { w } = useWords()
  const shown = lines.filter(({ row }) => row[part] !== null).slice(0, BARS)
  const most = Math.max(1, ...shown.map(({ row }) => Number(row[part])))
  return (
    <figure class="bars">
      <figcaption>
        {w('ranking')} · {w(part)} · {w('unitYuan')}
      </figcaption>
      {shown.map(({ row, office }) => (
        <div class="bar" key={`${text(row, 'document')} ${text(row, 'measure')}`}>
          <span class="bar-name" title={office}>
            {office} {text(row, 'fiscal_year')}
          </span>
          <span class="bar-room">
            <span class="bar-ink" style={{ width: `${(Math.max(0, Number(row[part])) / most) * 100}%` }} />
          </span>
          <span class="c-number">{wanOf(text(row, part))}</span>
        </div>
      ))}
    </figure>
  )
}

/** Colours of departments drawn over the years; more lines than these are not told apart. */
const COLOURS = ['#b8573f', '#1d5fb4', '#1a6b3c', '#8a3ea8', '#a06a00', '#0f7c86', '#6b6b6b', '#c2387a']
/** Size of the picture and room for its words, in its own units. */
const [WIDTH, HEIGHT] = [900, 260]
const [LEFT, RIGHT, TOP, FOOT] = [20, 330, 14, 24]
/** Height of a line of words. */
const WORD = 16

interface Point {
  readonly year: number
  readonly yuan: number
}

interface Drawn {
  readonly name: string
  readonly points: readonly Point[]
  readonly end: Point
}

/** The departments with two years or more, the largest at the end first. */
function drawnOf(lines: readonly SangongLine[], part: Part): Drawn[] {
  const groups = Map.groupBy(
    lines.filter(({ row }) => row[part] !== null && row['fiscal_year'] !== null),
    ({ key }) => key,
  )
  return [...groups.values()]
    .flatMap((own): Drawn[] => {
      const points = own.map(({ row }) => ({ year: Number(row['fiscal_year']), yuan: Number(row[part]) }))
      points.sort((a, b) => a.year - b.year)
      const [first, end] = [points[0], points.at(-1)]
      return first && end && first.year < end.year ? [{ name: own[0]?.office ?? '', points, end }] : []
    })
    .sort((a, b) => b.end.yuan - a.end.yuan)
    .slice(0, COLOURS.length)
}

/** Heights of the words at the ends of lines, from the top down; moved down where two would stand in each other. */
function wordHeights(ends: readonly number[]): number[] {
  let above = Number.NEGATIVE_INFINITY
  return ends.map(end => {
    above = Math.max(end, above + WORD)
    return above
  })
}

interface CurveProps {
  readonly drawn: Drawn
  readonly height: number
  readonly x: (year: number) => number
  readonly y: (yuan: number) => number
}

/** A department over the years, with its name at the end. */
function Curve({ drawn: { name, points, end }, height, x, y }: CurveProps) {
  return (
    <>
      <polyline points={points.map(({ year, yuan }) => `${x(year)},${y(yuan)}`).join(' ')} />
      {points.map(({ year, yuan }) => (
        <circle key={`${year} ${yuan}`} cx={x(year)} cy={y(yuan)} r={3.5}>
          <title>{`${name} ${year} ${wanOf(yuan.toFixed(2))}`}</title>
        </circle>
      ))}
      <text x={x(end.year) + 8} y={height} dy={4}>
        {name} {wanOf(end.yuan.toFixed(2))}
      </text>
    </>
  )
}

/** Departments over the years as lines, one unit, beginning at zero. */
export function Lines({ lines, part }: { readonly lines: readonly SangongLine[]; readonly part: Part }) {
  const { w } = useWords()
  const drawn = drawnOf(lines, part)
  const all = drawn.flatMap(({ points }) => points)
  const years = [...new Set(all.map(({ year }) => year))].sort()
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const most = Math.max(1, ...all.map(({ yuan }) => yuan))
  const x = (year: number): number => LEFT + ((year - first) / Math.max(1, last - first)) * (WIDTH - LEFT - RIGHT)
  const y = (yuan: number): number => HEIGHT - FOOT - (Math.max(0, yuan) / most) * (HEIGHT - FOOT - TOP)
  const heights = wordHeights(drawn.map(({ end }) => y(end.yuan)))
  const title = `${w('lines')} · ${w(part)} · ${w('unitYuan')}`
  return (
    <figure class="bars lines">
      <figcaption>{title}</figcaption>
      {drawn.length === 0 ? (
        <p class="note">{w('fewYears')}</p>
      ) : (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title} ${drawn.map(({ name }) => name).join('、')}`}>
          {years.map(year => (
            <g key={year}>
              <line class="year" x1={x(year)} x2={x(year)} y1={TOP} y2={HEIGHT - FOOT} />
              <text x={x(year)} y={HEIGHT - 6} text-anchor="middle">
                {year}
              </text>
            </g>
          ))}
          {drawn.map((one, at) => (
            <g key={`${one.name} ${at}`} style={{ color: COLOURS[at] }}>
              <Curve drawn={one} height={heights[at] ?? 0} x={x} y={y} />
            </g>
          ))}
        </svg>
      )}
    </figure>
  )
}
