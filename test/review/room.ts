import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { openReview } from '../../src/review/server.ts'
import type { DocumentJson } from '../../src/write/document/document.ts'
import { openBrowser } from './browser.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** A PDF by its name. */
interface Pdf {
  readonly name: string
  readonly bytes: Uint8Array
}

export const nameOf = (file: string): string => file.replace('.pdf', '')

/** A review of these documents, extracted by the command line (which ends so and says so), in a real browser; closed when the tests of the file are done. */
export async function openRoom(pdfs: readonly Pdf[], ends: readonly [status: number, stderr: string] = [0, '']) {
  const base = mkdtempSync(join(tmpdir(), 'yusuan-review-'))
  const out = join(base, 'results')
  const extract = (...more: string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'extract', 'pdfs', '--out', out, '--jobs', '1', ...more], {
      cwd: base,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual(ends)
  }
  mkdirSync(join(base, 'pdfs'))
  for (const { name, bytes } of pdfs) writeFileSync(join(base, 'pdfs', name), bytes)
  extract()
  const controller = new AbortController()
  const options = { out, cwd: base, pdfs: null, port: 0, say: () => {}, signal: controller.signal }
  const [review, browser] = await Promise.all([openReview(options), openBrowser()])
  afterAll(async () => {
    controller.abort()
    await browser.close()
    await review.close()
  })
  /** A window on the review; `alerts` are scripts of a document that ran, and they never should. */
  const opened = async (hash = ''): Promise<{ readonly page: Page; readonly alerts: readonly string[] }> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const alerts: string[] = []
    page.on('dialog', dialog => {
      alerts.push(dialog.message())
      void dialog.dismiss()
    })
    page.on('pageerror', error => alerts.push(error.message))
    await page.goto(review.link)
    if (hash !== '') await page.goto(new URL(hash, review.link).href)
    return { page, alerts }
  }
  const documentOf = (file: string): DocumentJson => JSON.parse(readFileSync(join(out, nameOf(file), 'document.json'), 'utf8'))
  return { out, review, extract, opened, documentOf }
}
