import { borderText } from '../corrections/border.ts'
import type { Correction } from '../corrections/correction.ts'
import { cellAt } from '../corrections/place.ts'
import { readPages } from '../page/document.ts'
import { isPicture } from '../page/picture-document.ts'
import type { DocumentJson } from '../write/document.ts'

/** A PDF or picture that can be read again. */
interface Original {
  /** Read where it is needed only; null when it is not found. */
  readonly bytes: () => Uint8Array | null
  readonly password: string | undefined
}

/** Corrections in which every moved border says what the cells on both sides of it hold, as the glyphs of the page lie. */
export async function withBorderTexts(
  corrections: readonly Correction[],
  document: DocumentJson,
  { bytes, password }: Original,
): Promise<Correction[]> {
  const numbers = [...new Set(corrections.filter(({ action }) => action === 'border').map(({ page }) => page))]
  const pdf = numbers.length === 0 ? null : bytes()
  if (pdf === null || isPicture(pdf)) return [...corrections]
  const { pages } = await readPages(pdf, { password, pages: numbers })
  return corrections.map(correction => {
    const found = correction.action === 'border' ? cellAt(document, correction) : null
    const page = pages.find(one => one.page === correction.page)
    return found && page ? { ...correction, new: borderText(found, Number(correction.new), page) } : correction
  })
}
