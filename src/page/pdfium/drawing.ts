import { type Box, intersection, itemAt } from '../../geometry.ts'
import { addFill, addGlyphs, emptyPaper, fillPath, type Paper, shownPicture, strokePath } from '../operators/canvas.ts'
import type { Drawing } from '../operators/drawing.ts'
import { initialState } from '../operators/graphics-state.ts'
import { type Matrix, multiply } from '../operators/matrix.ts'
import { pathBounds } from '../operators/path.ts'
import type { Fonts } from './fonts.ts'
import { CURVE, clipOf, MOVE, PATTERN, POINT, TILES } from './layout.ts'
import type { Library } from './library.ts'
import { matrixOf } from './sheet.ts'
import { glyphsOf, type TextPainter, VERTICAL } from './text.ts'

/** Kinds of page objects (`FPDF_PAGEOBJ_*`). */
const [TEXT, PATH, PICTURE, SHADING, FORM] = [1, 2, 3, 4, 5] as const
/** The text rendering mode that makes text a clip: PDFium does not tell of what. */
const STENCIL = 7
/** A channel of paper white, of 255, or so near that no reader sees the difference. */
const WHITE = 250
/** The channel after red, green and blue. */
const ALPHA = 3

/** What is on the page so far, and what it is asked of. */
interface Walk extends TextPainter, Paper {
  beyond: typeof VERTICAL | null
}

/** Where objects stand: the map from their coordinates to the page, and what of the page they may paint on. */
interface Place {
  readonly matrix: Matrix
  readonly clip: Box
  /** Whether they are in a form that is seen through. */
  readonly isSheer: boolean
}

/** Everything that the objects of a page paint, in painting order; or what keeps it from being told. */
export function drawingOf(
  library: Library,
  fonts: Fonts,
  { page, ...sheet }: Omit<Place, 'isSheer'> & { readonly page: number },
): Drawing | typeof VERTICAL {
  const { call } = library
  const place = { ...sheet, isSheer: false }
  const state = initialState(place.matrix, place.clip)
  const walk: Walk = { library, fonts, state, ...emptyPaper(place.clip), beyond: null }
  paintAll(walk, call.FPDFPage_CountObjects(page), index => call.FPDFPage_GetObject(page, index), place)
  return walk.beyond ?? walk
}

/** Paint the objects of a page or a form; many neighbours share a clip. */
function paintAll(walk: Walk, count: number, objectAt: (index: number) => number, around: Place): void {
  const { library } = walk
  let [last, place] = [0, around]
  for (let index = 0; index < count && walk.beyond === null; index++) {
    const object = objectAt(index)
    const clip = clipOf(library.call, library.heap(), object)
    if (clip !== last) place = { ...around, clip: clip === 0 ? around.clip : clippedBy(library, object, around) }
    last = clip
    paint(walk, object, place)
  }
}

function paint(walk: Walk, object: number, place: Place): void {
  const { call } = walk.library
  const kind = call.FPDFPageObj_GetType(object)
  if (kind === TEXT) paintGlyphs(walk, object, place)
  else if (kind === PATH) paintPath(walk, object, place)
  else if (kind === PICTURE) paintPicture(walk, object, place)
  else if (kind === SHADING) addFill(walk, place.clip, false)
  else if (kind === FORM) {
    const isSheer = place.isSheer || call.FPDFPageObj_HasTransparency(object) !== 0
    const inside = { ...place, isSheer, matrix: multiply(place.matrix, matrixOf(walk.library, object)) }
    paintAll(walk, call.FPDFFormObj_CountObjects(object), index => call.FPDFFormObj_GetObject(object, index), inside)
  }
}

function paintGlyphs(walk: Walk, object: number, place: Place): void {
  const { library, state } = walk
  const colour = colourOf(library, object, 'fill')
  const renderingMode = library.call.FPDFTextObj_GetTextRenderMode(object)
  Object.assign(state, place, { fillVisible: colour !== 'none' && renderingMode !== STENCIL, renderingMode })
  const painted = glyphsOf(walk, object)
  if (painted === VERTICAL) {
    walk.beyond = painted
    return
  }
  const strokeWhite = colourOf(library, object, 'stroke') === 'white'
  addGlyphs(walk, painted, { fillWhite: colour === 'white', strokeWhite, renderingMode, clip: place.clip })
}

function paintPath(walk: Walk, object: number, { matrix, clip, isSheer }: Place): void {
  const { library } = walk
  const { call, heap, answers } = library
  call.FPDFPath_GetDrawMode(object, answers, answers + 4)
  const isFilled = heap().words[answers >> 2] !== 0
  const isStroked = heap().words[(answers >> 2) + 1] !== 0
  const count = call.FPDFPath_CountSegments(object)
  if (count <= 0 || !(isFilled || isStroked)) return
  const own = multiply(matrix, matrixOf(library, object))
  const data = pathData(library, call.FPDFPath_GetPathSegment(object, 0), count)
  const paint = isFilled ? colourOf(library, object, 'fill') : 'none'
  const covers = (): boolean => !isSheer && !call.FPDFPageObj_HasTransparency(object)
  const where = { matrix: own, clip }
  if (paint !== 'none')
    fillPath(walk, data, { ...where, white: paint === 'white', covers: () => paint !== 'patterned' && covers() })
  const pen = isStroked ? colourOf(library, object, 'stroke') : 'none'
  if (pen === 'none') return
  call.FPDFPageObj_GetStrokeWidth(object, answers)
  const lineWidth = itemAt(heap().floats, answers >> 2)
  strokePath(walk, data, { ...where, lineWidth, close: false, white: pen === 'white', covers })
}

function paintPicture({ library, pictures }: Walk, object: number, { matrix, clip }: Place): void {
  const { call, heap, answers } = library
  const box = shownPicture(multiply(matrix, matrixOf(library, object)), clip)
  if (box === null) return
  call.FPDFImageObj_GetImagePixelSize(object, answers, answers + 4)
  const { words } = heap()
  pictures.push({ box, pixels: [itemAt(words, answers >> 2), itemAt(words, (answers >> 2) + 1)] })
}

/** The part of the page that an object under a clip may paint on: clip paths are in the coordinates around it. */
function clippedBy(library: Library, object: number, { matrix, clip }: Place): Box {
  const { call } = library
  const paths = call.FPDFPageObj_GetClipPath(object)
  const count = call.FPDFClipPath_CountPaths(paths)
  let box = clip
  for (let index = 0; index < count; index++) {
    const points = call.FPDFClipPath_CountPathSegments(paths, index)
    if (points <= 0) return [0, 0, 0, 0]
    const bounds = pathBounds(pathData(library, call.FPDFClipPath_GetPathSegment(paths, index, 0), points), matrix)
    box = (bounds && intersection(bounds, box)) ?? [0, 0, 0, 0]
  }
  return box
}

/** The colour an object is filled or stroked with, as far as it matters. */
function colourOf(library: Library, object: number, use: 'fill' | 'stroke'): 'none' | 'white' | 'coloured' | 'patterned' {
  const { call, heap, answers, layout } = library
  const get = use === 'fill' ? call.FPDFPageObj_GetFillColor : call.FPDFPageObj_GetStrokeColor
  if (!get(object, answers, answers + 4, answers + 8, answers + 12)) return 'patterned'
  const { words } = heap()
  const channel = (index: number): number => itemAt(words, (answers >> 2) + index)
  if (channel(ALPHA) <= 255 - WHITE) return 'none'
  const kept = words[(itemAt(words, (object >> 2) + layout.colours) >> 2) + layout[use]]
  if (kept === PATTERN || kept === TILES) return 'patterned'
  return channel(0) < WHITE || channel(1) < WHITE || channel(2) < WHITE ? 'coloured' : 'white'
}

/** Opcodes in path data as pdf.js writes it, which `page/path.ts` reads. */
const [MOVE_TO, LINE_TO, CURVE_TO, CLOSE] = [0, 1, 2, 4] as const
/** Most numbers that a point takes: an opcode, two coordinates, a close. */
const NUMBERS = 4

/** Path data is read before the next one is wanted, and most paths are rectangles: one array serves them all. */
let spare = new Float32Array(1024)

/** Path data of the points at `address`, in the coordinates of the path; good until the next call. */
function pathData({ heap }: Library, address: number, count: number): Float32Array {
  const { bytes, floats } = heap()
  if (spare.length < count * NUMBERS) spare = new Float32Array(count * NUMBERS)
  const data = spare
  let length = 0
  for (let index = 0; index < count; index++) {
    const kind = bytes[address + index * POINT + 8]
    data[length++] = kind === CURVE ? CURVE_TO : kind === MOVE ? MOVE_TO : LINE_TO
    // A curve is three points, of which the last one may close the figure.
    const last = kind === CURVE ? Math.min(index + 2, count - 1) : index
    for (; index <= last; index++) {
      const at = (address + index * POINT) >> 2
      data[length++] = itemAt(floats, at)
      data[length++] = itemAt(floats, at + 1)
    }
    index = last
    if (bytes[address + last * POINT + 9] !== 0) data[length++] = CLOSE
  }
  return data.subarray(0, length)
}
