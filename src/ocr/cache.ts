import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bitmap } from '../page/bitmap.ts'
import type { Page } from '../page/page.ts'
import type { Recognised } from './recognise.ts'

/** Raised when pages come out differently than before: what was kept is not used any more. */
const EDITION = 22

/** Recognised pages, kept by the hash of their picture. */
export interface Cache {
  readonly get: (bitmap: Bitmap, page: Page, engine: string) => Promise<Recognised | null>
  readonly set: (bitmap: Bitmap, engine: string, recognised: Recognised) => Promise<void>
}

const keyOf = ({ width, height, scale, data }: Bitmap, engine: string): string =>
  createHash('sha256')
    .update(`${EDITION} ${engine} ${width} ${height} ${scale.toFixed(4)} `)
    .update(data)
    .digest('hex')

/** A cache in a folder, which is made when needed. A folder that cannot be used is no cache, and no error. */
export function openCache(folder: string): Cache {
  const path = (key: string): string => join(folder, key.slice(0, 2), `${key}.json`)
  return {
    get: async (bitmap, page, engine) => {
      try {
        const kept = JSON.parse(await readFile(path(keyOf(bitmap, engine)), 'utf8')) as Recognised
        return {
          page: { ...kept.page, page: page.page },
          doubts: kept.doubts.map(doubt => ({ ...doubt, page: page.page })),
        }
      } catch {
        return null
      }
    },
    set: async (bitmap, engine, recognised) => {
      const file = path(keyOf(bitmap, engine))
      try {
        await mkdir(join(file, '..'), { recursive: true })
        await writeFile(`${file}.${process.pid}`, JSON.stringify(recognised))
        await rename(`${file}.${process.pid}`, file)
      } catch {
        // a full disk or a read-only home costs time, not data
      }
    },
  }
}
