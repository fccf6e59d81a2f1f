import type { FontObject } from '../operators/graphics-state.ts'
import type { Matrix } from '../operators/matrix.ts'

/** What pdf.js tells of a font. */
interface PdfFont {
  readonly name?: string
  readonly loadedName?: string
  readonly fontMatrix?: Matrix
  readonly ascent?: number
  readonly descent?: number
  readonly vertical?: boolean
  readonly isType3Font?: boolean
  readonly composite?: boolean
  readonly data?: Uint8Array | undefined
}

/** Ascent and descent of a Han character in its em square: what stands in for metrics that are missing or absurd. */
const HAN_ASCENT = 0.88
export const HAN_DESCENT = -0.12
/** Metrics are believed between these, in ems: a font whose letters end below the middle of the em, or hang half an em down, gives other units or none. */
const ASCENTS = { least: 0.5, most: 1.2 } as const
const DEEPEST = -0.5
/** Widths of all but Type 3 fonts are in thousandths of the size. */
const THOUSANDTHS: Matrix = [0.001, 0, 0, 0.001, 0, 0]

/** A font of pdf.js with what is missing filled in. */
export function fontObject(font: PdfFont): FontObject {
  const { ascent = 0, descent = 0 } = font
  const isAscent = ascent > ASCENTS.least && ascent < ASCENTS.most
  const isPlausible = font.isType3Font !== true && isAscent && descent < 0 && descent > DEEPEST
  return {
    name: `${readable(font.name ?? 'unnamed')} (${font.loadedName?.split('_').at(-1) ?? ''})`,
    fontMatrix: font.fontMatrix ?? THOUSANDTHS,
    ascent: isPlausible ? ascent : HAN_ASCENT,
    descent: isPlausible ? descent : HAN_DESCENT,
    vertical: font.vertical === true,
    composite: font.composite === true,
    data: font.data,
  }
}

/** Word writes font names in GBK; pdf.js shows their bytes as Latin 1: ËÎÌå is 宋体. */
function readable(name: string): string {
  const isLatin1 = /[\u0080-\u00FF]/.test(name) && !/[^ -\u00FF]/.test(name)
  const text = isLatin1 ? new TextDecoder('gbk').decode(Uint8Array.from(name, character => character.charCodeAt(0))) : name
  return text.includes('\uFFFD') ? name : text
}
