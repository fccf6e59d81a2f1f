import { type Box, intersection } from '../../geometry.ts'
import { hideUnder, isOnColour } from '../covered.ts'
import type { Drawing, Fill, Stroke } from '../drawing.ts'
import { type Matrix, mapBox, multiply } from '../matrix.ts'
import type { Glyph, Picture } from '../page.ts'
import { fillsOf, pathBounds, strokesOf } from '../path.ts'
import type { Fonts } from './fonts.ts'
import type { Library } from './library.ts'
import { pathData } from './path-data.ts'
import { matrixOf } from './sheet.ts'
import { glyphsOf, VERTICAL } from './text.ts'

/** Kinds of page objects (`FPDF_PAGEOBJ_*`). */
const [TEXT, PATH, PICTURE, FORM] = [1, 2, 3, 5] as const
/** Text rendering modes that also draw the outline of a glyph, in another colour. */
const OUTLINED = new Set([1, 2])
/** A channel of paper white, of 255, or so near that no reader sees the difference. */
const WHITE = 250
const UNIT: Box = [0, 0, 1, 1]
/** Path data of a rectangle has at most so many numbers: five points and a close. */
const RECTANGLE = 16

/** Something of a page that PDFium does not tell enough about to read it. */
export type Beyond = typeof VERTICAL

/** What is on the page so far, and what it is asked of. */
interface Walk {
  readonly library: Library
  readonly fonts: Fonts
  readonly glyphs: Glyph[]
  readonly strokes: Stroke[]
  readonly fills: Fill[]
  readonly pictures: Picture[]
  outlines: number
  beyond: Beyond | null
}

/** Where an object stands: the map from its coordinates to the page, and what of the page it may paint on. */
interface Place {
  readonly matrix: Matrix
  readonly clip: Box
}

/** Everything that the objects of a page paint, in painting order; or what keeps it from being told. */
export function drawingOf(
  library: Library,
  fonts: Fonts,
  { page, ...place }: Place & { readonly page: number },
): Drawing | Beyond {
  const { call } = library
  const walk: Walk = { library, fonts, glyphs: [], strokes: [], fills: [], pictures: [], outlines: 0, beyond: null }
  const count = call.FPDFPage_CountObjects(page)
  for (let index = 0; index < count && walk.beyond === null; index++) paint(walk, call.FPDFPage_GetObject(page, index), place)
  const { glyphs, strokes, fills, pictures, outlines, beyond } = walk
  return beyond ?? { glyphs, strokes, fills, pictures, outlines }
}

function paint(walk: Walk, object: number, around: Place): void {
  const { call } = walk.library
  const kind = call.FPDFPageObj_GetType(object)
  const place = { ...around, clip: clipOf(walk.library, object, around) }
  if (kind === TEXT) paintGlyphs(walk, object, place)
  else if (kind === PATH) paintPath(walk, object, place)
  else if (kind === PICTURE) paintPicture(walk, object, place)
  else if (kind === FORM) {
    const inside = { ...place, matrix: multiply(place.matrix, matrixOf(walk.library, object)) }
    const count = call.FPDFFormObj_CountObjects(object)
    for (let index = 0; index < count && walk.beyond === null; index++)
      paint(walk, call.FPDFFormObj_GetObject(object, index), inside)
  }
}

function paintGlyphs(walk: Walk, object: number, place: Place): void {
  const { library, fonts, fills, glyphs } = walk
  const { isVisible: fillVisible, isWhite } = colourOf(library, object, 'FPDFPageObj_GetFillColor')
  const renderingMode = library.call.FPDFTextObj_GetTextRenderMode(object)
  const painted = glyphsOf(library, fonts, { object, ...place, fillVisible, renderingMode })
  if (painted === VERTICAL) walk.beyond = painted
  // White text is seen only on colour that was painted before it.
  else for (const glyph of painted) if (!isWhite || OUTLINED.has(renderingMode) || isOnColour(glyph, fills)) glyphs.push(glyph)
}

function paintPath(walk: Walk, object: number, { matrix, clip }: Place): void {
  const { library, glyphs, fills, strokes } = walk
  const { call, heap, answers } = library
  call.FPDFPath_GetDrawMode(object, answers, answers + 4)
  const [isFilled = 0, isStroked = 0] = heap().words.subarray(answers >> 2, (answers >> 2) + 2)
  const count = call.FPDFPath_CountSegments(object)
  if (count <= 0 || (isFilled === 0 && isStroked === 0)) return
  const own = multiply(matrix, matrixOf(library, object))
  const data = pathData(library, call.FPDFPath_GetPathSegment(object, 0), count)
  const fill = colourOf(library, object, 'FPDFPageObj_GetFillColor')
  if (isFilled !== 0 && fill.isVisible) {
    const { boxes, outlines } = fillsOf(data, own)
    walk.outlines += outlines
    for (const box of boxes) {
      const shown = intersection(box, clip)
      if (shown === null) continue
      fills.push({ box: shown, white: fill.isWhite })
      const isRectangle = boxes.length === 1 && data.length <= RECTANGLE
      if (isRectangle && fill.isWhite && !call.FPDFPageObj_HasTransparency(object)) hideUnder(shown, glyphs)
    }
  }
  const pen = colourOf(library, object, 'FPDFPageObj_GetStrokeColor')
  if (isStroked !== 0 && pen.isVisible) {
    call.FPDFPageObj_GetStrokeWidth(object, answers)
    const width = heap().floats[answers >> 2] ?? 1
    for (const stroke of strokesOf(data, own, width, clip, false)) strokes.push({ ...stroke, white: pen.isWhite })
  }
}

function paintPicture({ library, pictures }: Walk, object: number, { matrix, clip }: Place): void {
  const { call, heap, answers } = library
  const box = intersection(mapBox(multiply(matrix, matrixOf(library, object)), UNIT), clip)
  if (box === null) return
  call.FPDFImageObj_GetImagePixelSize(object, answers, answers + 4)
  const [width = 1, height = 1] = heap().words.subarray(answers >> 2, (answers >> 2) + 2)
  pictures.push({ box, pixels: [width, height] })
}

/** The part of the page that an object may paint on: its clip paths are in the coordinates around it. */
function clipOf(library: Library, object: number, { matrix, clip }: Place): Box {
  const { call } = library
  const paths = call.FPDFPageObj_GetClipPath(object)
  const count = call.FPDFClipPath_CountPaths(paths)
  let box = clip
  for (let index = 0; index < count; index++) {
    const points = call.FPDFClipPath_CountPathSegments(paths, index)
    const bounds =
      points > 0 ? pathBounds(pathData(library, call.FPDFClipPath_GetPathSegment(paths, index, 0), points), matrix) : null
    box = (bounds && intersection(bounds, box)) ?? [0, 0, 0, 0]
  }
  return box
}

function colourOf(
  { call, heap, answers }: Library,
  object: number,
  get: 'FPDFPageObj_GetFillColor' | 'FPDFPageObj_GetStrokeColor',
) {
  if (!call[get](object, answers, answers + 4, answers + 8, answers + 12)) return { isVisible: true, isWhite: false }
  const [red = 0, green = 0, blue = 0, alpha = 255] = heap().words.subarray(answers >> 2, (answers >> 2) + 4)
  return { isVisible: alpha > 0, isWhite: Math.min(red, green, blue) >= WHITE }
}
