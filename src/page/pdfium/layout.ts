import type { Calls, Heap } from './calls.ts'

/**
 * Where PDFium keeps what its functions tell only piece by piece, or not at all: the character codes of a text object and
 * their positions. Offsets in words of four bytes from the object.
 */
export interface Layout {
  /** Of a `std::vector<uint32_t>`: address of the first code, address behind the last. */
  readonly codes: number
  /** Of a `std::vector<float>`: positions of all codes but the first, in text space. */
  readonly positions: number
  /** Of any object: address of its colours; and in words from there, the colours it is filled and stroked with. */
  readonly colours: number
  readonly fill: number
  readonly stroke: number
}

/** The colour that stands for a pattern; PDFium tells it as white. */
export const PATTERN = 0xffffffff
/** What it keeps of a pattern of coloured tiles, and of the grey that is the same. */
export const TILES = 0xbfbfbf

/** The code that stands for an adjustment between two strings; its position is the adjustment. */
export const ADJUSTMENT = 0xffffffff

/** Bytes of a point of a path: x, y, its kind, whether it closes its figure. */
export const POINT = 12

/** Words of a text object that are looked at; the codes are at 26 in the build of today. */
const MOST_WORDS = 64

/** Words of the colours of an object that are looked at; what lies behind belongs to something else. */
const COLOUR_WORDS = 4

const SHOWN = [0x41, 0x42, ADJUSTMENT, 0x43, 0x41]
/** Fill and stroke of the known page as PDFium keeps them, blue first, and as they are written. */
const [FILL, STROKE] = [0x996633, 0x336699]
const CONTENT =
  '.2 .4 .6 rg .6 .4 .2 RG BT /F 10 Tf 20 30 Td [(AB) -500 (CA)] TJ ET 10 20 30 40 re f q 0 0 m 90 0 l 0 90 l h W n 10 20 30 40 re f 50 20 30 40 re f Q'

/** A page with one text and three rectangles that are known, two of them under one clip; PDFium rebuilds the table of objects. */
const KNOWN = [
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
  '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
  '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R',
  '/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj',
  `4 0 obj\n<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream\nendobj`,
  'trailer\n<< /Root 1 0 R >>\n%%EOF\n',
].join('\n')

/**
 * Find the layout by looking at a page whose content is known, so that another build of PDFium is either read rightly or
 * refused. Throws when it is laid out otherwise.
 */
export function layoutOf(call: Calls, heap: () => Heap): Layout {
  const bytes = new TextEncoder().encode(KNOWN)
  const address = call.malloc(bytes.length)
  heap().bytes.set(bytes, address)
  const document = call.FPDF_LoadMemDocument(address, bytes.length, 0)
  const page = call.FPDF_LoadPage(document, 0)
  try {
    assertPoints(call, heap(), call.FPDFPage_GetObject(page, 1))
    const [free, first, second] = [1, 2, 3].map(index => clipOf(call, heap(), call.FPDFPage_GetObject(page, index)))
    if (free !== 0 || first === 0 || first !== second) throw new Error('this build of PDFium keeps its clips otherwise')
    const text = call.FPDFPage_GetObject(page, 0) >> 2
    return { ...layoutOfText(heap(), text), ...layoutOfColours(heap(), text) }
  } finally {
    call.FPDF_ClosePage(page)
    call.FPDF_CloseDocument(document)
    call.free(address)
  }
}

function layoutOfText({ words, floats }: Heap, object: number): Pick<Layout, 'codes' | 'positions'> {
  const vector = (at: number, length: number): number | null => {
    const [from = 0, to = 0] = words.subarray(object + at, object + at + 2)
    return from % 4 === 0 && to - from === 4 * length && to <= words.byteLength ? from >> 2 : null
  }
  for (let at = 1; at < MOST_WORDS; at++) {
    const codes = vector(at, SHOWN.length)
    const positions = vector(at + 3, SHOWN.length - 1)
    if (codes === null || positions === null) continue
    const isKnown = SHOWN.every((code, index) => words[codes + index] === code) && floats[positions + 1] === -500
    if (isKnown) return { codes: at, positions: at + 3 }
  }
  throw new Error('this build of PDFium keeps its text otherwise')
}

function layoutOfColours({ words }: Heap, object: number): Pick<Layout, 'colours' | 'fill' | 'stroke'> {
  for (let colours = 1; colours < MOST_WORDS; colours++) {
    const address = (words[object + colours] ?? 0) >> 2
    for (let fill = 0; fill < COLOUR_WORDS; fill++)
      if (words[address + fill] === FILL && words[address + fill + 1] === STROKE) return { colours, fill, stroke: fill + 1 }
  }
  throw new Error('this build of PDFium keeps its colours otherwise')
}

function assertPoints(call: Calls, { floats, bytes }: Heap, path: number): void {
  const first = call.FPDFPath_GetPathSegment(path, 0)
  const isKnown =
    call.FPDFPath_GetPathSegment(path, 1) - first === POINT &&
    floats[first >> 2] === 10 &&
    floats[(first >> 2) + 1] === 20 &&
    bytes[first + 8] === MOVE
  if (!isKnown) throw new Error('this build of PDFium keeps its paths otherwise')
}

/** What tells one clip from another while a page is open: the address of what objects under the same clip share, 0 for none. */
export const clipOf = (call: Calls, { words }: Heap, object: number): number =>
  words[call.FPDFPageObj_GetClipPath(object) >> 2] ?? 0

/** Kinds of points of a path in PDFium (`CFX_Path::Point::Type`); lines are 0. */
export const CURVE = 1
export const MOVE = 2
