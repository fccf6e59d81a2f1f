/** A font face that is there at once and draws nothing. */
function NoFontFace(): object {
  return { loaded: Promise.resolve(), family: '' }
}

/** The fonts of a browser's document, as far as pdf.js asks for them. */
const NO_FONTS = { fonts: { add: () => {}, delete: () => {}, values: () => [] } }

let open = 0

/**
 * Let pdf.js believe that a browser draws its fonts while `work` is under way: without font faces it works out the outline of
 * every glyph, a third of all its time, and whoever reads needs none.
 */
export async function withoutOutlines<T>(work: (options: object) => Promise<T>): Promise<T> {
  const isOurs = !('FontFace' in globalThis) || open > 0
  if (isOurs && open++ === 0) Object.assign(globalThis, { FontFace: NoFontFace })
  try {
    return await work({ disableFontFace: false, ownerDocument: NO_FONTS })
  } finally {
    if (isOurs && --open === 0) Reflect.deleteProperty(globalThis, 'FontFace')
  }
}
