import { PDFWorker, VerbosityLevel } from './pdfjs.ts'

type Listener = (event: { readonly data: unknown }) => void

/** A message of pdf.js that carries drawing operators of a page. */
interface OperatorMessage {
  readonly chunk: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }
}

const hasOperators = (message: object): message is OperatorMessage =>
  'chunk' in message && typeof message.chunk === 'object' && message.chunk !== null && 'fnArray' in message.chunk

/** A message of pdf.js with what it exports of a font: made for the message, of maps that are not written again. */
const isFont = (message: object): boolean =>
  'action' in message &&
  message.action === 'commonobj' &&
  'data' in message &&
  Array.isArray(message.data) &&
  message.data[1] === 'Font'

/** The sender of operators empties its lists and never looks at what was in them again: new lists do, and save a tenth of its time. Copying the maps of embedded fonts took as much. */
const handedOver = (message: object, transfer: readonly ArrayBuffer[]): object => {
  if (isFont(message)) return message
  if (!hasOperators(message)) return structuredClone(message, { transfer: [...transfer] })
  const { chunk } = message
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } }
}

/** The port between the halves of pdf.js in one thread: what one sends comes to all who listen in a moment, as a copy but for operators and fonts. */
function loopbackPort() {
  const listeners = new Set<Listener>()
  return {
    postMessage: (message: object, transfer?: readonly ArrayBuffer[] | null): void => {
      const event = { data: handedOver(message, transfer ?? []) }
      void Promise.resolve().then(() => {
        for (const listener of listeners) listener(event)
      })
    },
    addEventListener: (_: 'message', listener: Listener, { signal }: { readonly signal: AbortSignal }): void => {
      listeners.add(listener)
      signal.addEventListener('abort', () => listeners.delete(listener))
    },
  }
}

/** Both halves of pdf.js in this thread for somebody who only looks at operators; both say nothing of what they can mend. Who asked for it destroys it. */
export async function readingWorker(): Promise<PDFWorker> {
  const { WorkerMessageHandler } = await import(import.meta.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs'))
  const port = loopbackPort()
  WorkerMessageHandler.initializeFromPort(port)
  return PDFWorker.create({ port: port as unknown as Worker, verbosity: VerbosityLevel.ERRORS })
}
