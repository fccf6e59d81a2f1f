import type { CaptionRow } from './caption.ts'
import { captionHeight, captionMarks, textMark } from './draw.ts'
import type { Knobs } from './knobs.ts'
import type { Mark, Sheet } from './marks.ts'

const PAPER: Readonly<Record<Knobs['paper'], readonly [number, number]>> = {
  'A4 landscape': [842, 595],
  A4: [595, 842],
  'A3 landscape': [1191, 842],
}
/** Points left free at the sides, the head and the foot of a page. */
export const MARGIN = { side: 40, head: 46, foot: 46 } as const
const RUNNING_HEAD = '示例市2025年部门预算公开'
/** Baselines of the running head and, from the foot, of the page number; their size. */
const FURNITURE = { head: 30, foot: 24, size: 9 } as const

/** Pages that are being filled from top to bottom. */
export interface Press {
  readonly width: number
  readonly height: number
  readonly pages: Mark[][]
  /** Where the next thing on the last page stands. */
  y: number
}

/** Width of a page of this paper, the height, and whether the wider tables need a wider one. */
export const paperOf = (knobs: Knobs): readonly [number, number] => PAPER[knobs.paper]

export const startPress = (knobs: Knobs, widest: number): Press => {
  const [width, height] = PAPER[knobs.paper]
  return { width: Math.max(width, widest + 2 * MARGIN.side), height, pages: [], y: 0 }
}

/** Turn to a new page. */
export function newPage(press: Press): void {
  press.pages.push([])
  press.y = MARGIN.head
}

/** Points left on the last page. */
export const roomLeft = (press: Press): number => press.height - MARGIN.foot - press.y

export const add = (press: Press, marks: readonly Mark[]): void => {
  press.pages.at(-1)?.push(...marks)
}

/** Print lines between two margins and go on below them. */
export function addLines(
  press: Press,
  rows: readonly CaptionRow[],
  { size, left, right }: { readonly size: number; readonly left: number; readonly right: number },
): void {
  add(press, captionMarks(rows, size, [left, press.y, right]))
  press.y += captionHeight(rows, size)
}

/** The pages with what stands on each of them: running head and page number. */
export const sheetsOf = ({ width, height, pages }: Press, knobs: Knobs): Sheet[] =>
  pages.map((marks, n) => {
    const middle = (text: string, baseline: number): Mark =>
      textMark(text, { x: width / 2, baseline, size: FURNITURE.size }, { align: 'centre', digits: 'same font' })
    const number = knobs.pageNumber === '- 3 -' ? `- ${n + 1} -` : `第 ${n + 1} 页 共 ${pages.length} 页`
    const head = knobs.runningHead === 'yes' ? [middle(RUNNING_HEAD, FURNITURE.head)] : []
    const foot = knobs.pageNumber === 'none' ? [] : [middle(number, height - FURNITURE.foot)]
    return { width, height, marks: [...marks, ...head, ...foot] }
  })
