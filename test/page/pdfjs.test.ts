import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faxPdf } from '../make/pdf.ts'

const sourceOf = (path: string): string => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href)

test('reading loads no native canvas, drawing does, and both in one process', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'yusuan-')), 'a.pdf')
  writeFileSync(file, faxPdf(150))
  const program = `
    import { readFileSync } from 'node:fs'
    import { readPages } from ${sourceOf('page/document.ts')}
    const isLoaded = () => process.report.getReport().sharedObjects.some(path => path.includes('napi-rs'))
    const bytes = readFileSync(${JSON.stringify(file)})
    const { pages } = await readPages(bytes)
    console.log(pages.length, isLoaded())
    const { withRenderer } = await import(${sourceOf('page/render.ts')})
    await withRenderer(bytes, undefined, async draw => console.log((await draw(pages[0])).width, isLoaded()))
    console.log(new DOMMatrix([2, 0, 0, 3, 4, 5]).d, new Path2D('M0 0h1') instanceof (await import('@napi-rs/canvas')).Path2D)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
  expect(stdout.trim().split('\n'), stderr).toEqual(['1 false', '2341 true', '3 true'])
})
