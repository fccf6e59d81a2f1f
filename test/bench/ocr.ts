/**
 * Seconds a page and peak memory of reading a scan, beside tesseract.js alone on the same pages (whole page, no grid):
 *
 *     npm run bench:ocr -- [SCAN.pdf] [--pages 1-3]
 *
 * Each engine runs in a process of its own.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openTesseract } from '../../src/ocr/engine/tesseract.ts'
import { greyOf } from '../../src/ocr/picture/grey.ts'
import { readScans } from '../../src/ocr/read-scans.ts'
import { parsePages } from '../../src/options.ts'
import { readPages } from '../../src/page/document.ts'
import { withRenderer } from '../../src/page/render.ts'

const ENGINES = ['paddle', 'tesseract', 'tesseract.js alone'] as const
const [engine, file = 'samples/dachuan-2023-scan.pdf', list] = process.argv.slice(2).filter(argument => argument !== '--pages')

async function measure(name: string, path: string, pages: number[] | undefined): Promise<void> {
  const bytes = readFileSync(path)
  const read = await readPages(bytes, { pages })
  const times: number[] = []
  await withRenderer(bytes, undefined, async draw => {
    if (name === 'tesseract.js alone') {
      const tesseract = openTesseract(2)
      for (const page of read.pages) {
        const start = performance.now()
        await tesseract.findText(greyOf(await draw(page)).grey)
        times.push(performance.now() - start)
      }
      await tesseract.close()
      return
    }
    let last = performance.now()
    const onPage = () => {
      times.push(performance.now() - last)
      last = performance.now()
    }
    await readScans(read.pages, {
      ocr: name === 'paddle' ? 'paddle' : 'tesseract',
      draw: page => draw(page),
      onPage,
    })
  })
  const seconds = times.map(time => time / 1000)
  const mean = seconds.reduce((sum, value) => sum + value, 0) / seconds.length
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(
    `| ${name} | ${seconds.length} | ${mean.toFixed(1)} | ${Math.max(...seconds).toFixed(1)} | ${memory.toFixed(0)} |`,
  )
}

if ((ENGINES as readonly string[]).includes(engine ?? '')) {
  await measure(engine ?? '', file, list === undefined || list === '' ? undefined : parsePages(list))
} else {
  const [path = 'samples/dachuan-2023-scan.pdf', pages = ''] = process.argv.slice(2).filter(argument => argument !== '--pages')
  console.log('| engine | pages | s a page | slowest | peak memory MB |\n|---|---|---|---|---|')
  for (const name of ENGINES) {
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, path, pages], { stdio: 'inherit' })
  }
}
