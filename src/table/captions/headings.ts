import type { Grid } from '../../grid/grid.ts'
import { behindNumber } from '../../heading-number.ts'
import { squash } from '../words.ts'
import type { Surroundings } from './surroundings.ts'

/** What a section is about is said in words. */
const IN_WORDS = /\p{Script=Han}{2}/u
/** A heading is no sentence and gives no sum. */
const SENTENCE = /[。；;：:，,]|\d[\d,.]*[万亿]?元/
/** 十二、一般公共预算机关运行经费支出预算情况说明 has 24 characters; a line of prose has 30 and more. */
const LONGEST = 30

const isHeading = (text: string): boolean =>
  text.length <= LONGEST && IN_WORDS.test(behindNumber(text) ?? '') && !SENTENCE.test(text)

/** For each grid the heading of the section that it stands under: the last one above it, on its page or the one before, with no other grid between. */
export function headingsOf(grids: readonly Grid[], surroundings: Surroundings): ReadonlyMap<Grid, string> {
  const found = new Map<Grid, string>()
  const headings = [...surroundings.values()].flat().flatMap(({ page, text, baseline }) => {
    const heading = squash(text)
    return isHeading(heading) ? [{ page, at: baseline, heading, grid: null }] : []
  })
  const marks = [...headings, ...grids.map(grid => ({ page: grid.page, at: grid.box[1], heading: null, grid }))]
  let open: (typeof headings)[number] | null = null
  for (const mark of marks.sort((a, b) => a.page - b.page || a.at - b.at)) {
    if (mark.grid === null) open = mark
    else {
      if (open !== null && mark.page - open.page <= 1) found.set(mark.grid, open.heading)
      open = null
    }
  }
  return found
}
