import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page as Recognised, Worker } from 'tesseract.js'
import { crop, type Grey, type PixelBox } from '../picture/raster.ts'
import { isFigure } from '../read/figures.ts'
import { type LineReading, NOTHING_READ, type OcrEngine, type ReadCharacter, textOfReading } from './engine.ts'

/** The engine's modes of layout analysis: whole page with sparse text, and one line. */
const SPARSE = '11'
const LINE = '7'
/** The engine that is not legacy. */
const LSTM = 1
/** More workers than this do not make a page faster; each takes some 150 MB. */
const MOST_WORKERS = 2
/** A worker is replaced after this many lines: its memory grows with each. */
const RECYCLED_AFTER = 3000
/** White around a line, in pixels. */
const MARGIN = 10

interface Slot {
  readonly worker: Worker
  mode: string
  done: number
}

/**
 * tesseract.js with the Chinese data that comes in an npm package; nothing is downloaded. Workers start on first use,
 * are replaced after a while, and end with `close`; at most one a thread.
 */
export function openTesseract(threads: number): OcrEngine {
  const { count, use, close } = workersOf(threads)
  return {
    name: 'tesseract',
    readLines: async lines => {
      const results = lines.map(() => NOTHING_READ)
      let next = 0
      const readSome = async (_: unknown, slot: number) => {
        for (let index = next++; index < lines.length; index = next++) {
          const line = lines[index]
          if (line === undefined) continue
          const worker = await use(slot, LINE)
          const { data } = await worker.recognize(bitmapFile(framed(line)), {}, { blocks: true, text: false })
          results[index] = readingOf(data, line)
        }
      }
      await Promise.all(Array.from({ length: count }, readSome))
      return results
    },
    findText: async page => {
      const worker = await use(0, SPARSE)
      const { data } = await worker.recognize(bitmapFile(page), {}, { blocks: true, text: false })
      return linesOf(data).map(({ bbox }): PixelBox => [bbox.x0, bbox.y0, bbox.x1, bbox.y1])
    },
    close,
  }
}

/** Workers by their number, each in the mode that is asked for. */
function workersOf(threads: number) {
  const count = Math.min(MOST_WORKERS, threads)
  const slots: (Slot | undefined)[] = Array.from({ length: count }, () => undefined)
  const use = async (index: number, mode: string): Promise<Worker> => {
    let slot = slots[index]
    if (slot !== undefined && slot.done >= RECYCLED_AFTER) {
      await slot.worker.terminate()
      slot = undefined
    }
    slot ??= { worker: await startWorker(), mode: '', done: 0 }
    slots[index] = slot
    if (slot.mode !== mode)
      await slot.worker.setParameters({ tessedit_pageseg_mode: mode as never, preserve_interword_spaces: '1' })
    slot.mode = mode
    slot.done++
    return slot.worker
  }
  const close = async (): Promise<void> => {
    await Promise.all(slots.map(slot => slot?.worker.terminate()))
    slots.fill(undefined)
  }
  return { count, use, close }
}

async function startWorker(): Promise<Worker> {
  const { createWorker } = await import('tesseract.js')
  const data = dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/chi_sim')))
  return createWorker('chi_sim', LSTM, { langPath: join(data, '4.0.0_best_int'), cacheMethod: 'none', gzip: true })
}

const linesOf = (data: Recognised) =>
  (data.blocks ?? []).flatMap(block => block.paragraphs.flatMap(paragraph => paragraph.lines))

function readingOf(data: Recognised, line: Grey): LineReading {
  const characters = linesOf(data)
    .flatMap(({ words }) => words.flatMap(word => word.symbols))
    .map(
      ({ text, confidence, bbox }): ReadCharacter => ({
        text,
        score: confidence / 100,
        at: Math.min(1, Math.max(0, ((bbox.x0 + bbox.x1) / 2 - MARGIN) / line.width)),
        others: [],
      }),
    )
  const text = textOfReading({ characters })
  const score = characters.reduce((least, character) => Math.min(least, character.score), 1)
  return { characters, missed: [], figures: isFigure(text) ? [{ text, score }] : [] }
}

/** A line with white around it; the engine misses print that touches the edge. */
const framed = (line: Grey): Grey => crop(line, [-MARGIN, -MARGIN, line.width + MARGIN, line.height + MARGIN])

/** A grey picture as a BMP file of 24 bits, which the engine decodes without a library. */
function bitmapFile({ width, height, data }: Grey): Buffer {
  const stride = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + stride * height)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  file.writeUInt32LE(stride * height, 34)
  for (let y = 0; y < height; y++) {
    const row = 54 + (height - 1 - y) * stride
    for (let x = 0; x < width; x++) file.fill(data[y * width + x] ?? 255, row + x * 3, row + x * 3 + 3)
  }
  return file
}
