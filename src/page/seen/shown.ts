import { turnedSize, turnOf } from '../../turn.ts'
import type { Drawing } from '../operators/drawing.ts'
import type { Page } from '../page.ts'
import { withoutClips } from './clipped.ts'
import { withDoubts } from './covered.ts'
import { markGarbled } from './garbled.ts'
import { visibleGlyphs, withoutSpecks } from './glyphs.ts'
import { withoutLeaders } from './leaders.ts'
import { withRaisedMarks } from './raised.ts'
import { rulingsOf } from './rulings.ts'
import { withoutSheetHeadings } from './sheet-headings.ts'
import { mainDirection, turn, withUprightParts } from './turned-parts.ts'
import { withoutWatermarks } from './watermark.ts'

/** The sheet that was drawn on: its size in points as shown, and the clockwise turn that the PDF asks for. */
export interface Sheet {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly rotate: number
}

/** The page that a reader sees in a drawing: stood upright, each glyph once, lines apart from areas. */
export function shownPage(painted: Drawing, sheet: Sheet): Page {
  const whole = withDoubts(withoutClips(painted.glyphs, painted.clipped), painted.under)
  const seen = { ...painted, glyphs: withoutSpecks(whole) }
  const direction = mainDirection(seen.glyphs)
  const drawing = turn(seen, direction, sheet.width, sheet.height)
  const [width, height] = turnedSize(direction, sheet.width, sheet.height)
  const { glyphs, garbled } = markGarbled(withoutWatermarks(visibleGlyphs(drawing.glyphs, [0, 0, width, height])))
  const rotation = turnOf(sheet.rotate - direction)
  const { pictures, outlines } = drawing
  const shown = { page: sheet.page, width, height, rotation, glyphs, ...rulingsOf(drawing), pictures, garbled }
  const upright = withUprightParts(withoutSheetHeadings(outlines > 0 ? { ...shown, outlines } : shown))
  return { ...upright, glyphs: withoutLeaders(withRaisedMarks(upright.glyphs)) }
}
