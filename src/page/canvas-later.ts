import { createRequire, Module } from 'node:module'

/**
 * pdf.js loads the native canvas when it is itself loaded, for two classes that only drawing uses: 120 ms and 31 MB of each process,
 * half of what loading pdf.js takes. While it loads it is given two that fetch the real ones when the first is made.
 */
const require = createRequire(import.meta.resolve('pdfjs-dist/package.json'))

/** Where the canvas is, as pdf.js finds it; null where it is not installed, which pdf.js tells itself. */
function placeOf(name: string): string | null {
  try {
    return require.resolve(name)
  } catch {
    return null
  }
}

const place = placeOf('@napi-rs/canvas')

/** A class of the canvas that is not loaded yet: what is made of it is the real thing. */
const later = (name: 'DOMMatrix' | 'Path2D'): object =>
  new Proxy(class {}, { construct: (_, args) => new (require('@napi-rs/canvas')[name])(...args) })

/** Stands where the canvas would, unless somebody has loaded that before. */
const standIn =
  place === null || place in require.cache
    ? null
    : Object.assign(new Module(place), { loaded: true, exports: { DOMMatrix: later('DOMMatrix'), Path2D: later('Path2D') } })
if (place !== null && standIn !== null) require.cache[place] = standIn

/** From now on whoever asks for the canvas gets it: pdf.js is loaded. */
export function canvasBack(): void {
  if (place !== null && require.cache[place] === standIn) delete require.cache[place]
}
