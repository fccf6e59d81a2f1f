import { borderText, newBorderText } from '../corrections/border.ts'
import type { Correction } from '../corrections/correction.ts'
import { cellAt, type Found } from '../corrections/place.ts'
import { readPages } from '../page/document.ts'
import type { Page } from '../page/page.ts'
import { isPicture } from '../page/picture-document.ts'
import type { DocumentJson } from '../write/document/document.ts'

/** A PDF or picture that can be read again. */
interface Original {
  /** Read where it is needed only; null when it is not found. */
  readonly bytes: () => Uint8Array | null
  readonly password: string | undefined
}

/** The pages whose glyphs tell what stands beside a border: a new one goes through the whole table. */
function pagesOf({ action, page }: Correction, { table }: Found): number[] {
  if (action === 'border') return [page]
  return action === 'add-border' ? table.regions.map(region => region.page) : []
}

function withText(correction: Correction, found: Found, pages: readonly Page[]): Correction {
  const x = Number(correction.new)
  if (correction.action === 'add-border') return { ...correction, new: newBorderText(found, x, pages) }
  const page = pages.find(one => one.page === correction.page)
  return page ? { ...correction, new: borderText(found, x, page) } : correction
}

/** Corrections in which every moved or new border says what the cells on both sides of it hold, as the glyphs of the pages lie. */
export async function withBorderTexts(
  corrections: readonly Correction[],
  document: DocumentJson,
  { bytes, password }: Original,
): Promise<Correction[]> {
  const wanted = corrections.map(correction => {
    const found = cellAt(document, correction)
    const numbers = found ? pagesOf(correction, found) : []
    return { correction, found: numbers.length > 0 ? found : null, numbers }
  })
  const numbers = [...new Set(wanted.flatMap(one => one.numbers))]
  const pdf = numbers.length === 0 ? null : bytes()
  if (pdf === null || isPicture(pdf)) return [...corrections]
  const { pages } = await readPages(pdf, { password, pages: numbers })
  return wanted.map(({ correction, found }) => (found ? withText(correction, found, pages) : correction))
}
