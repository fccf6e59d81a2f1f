import { loadavg } from 'node:os'
import { openReview } from '../../src/review/server.ts'
import { openBrowser } from '../review/browser.ts'

/**
 * How long the reading room makes a reader wait for the picture of a page, in a real browser: twenty documents of an archive are clicked, then pages of
 * each turned to. `npm run bench:review -- RESULTS [FOLDER OF THE PDFS]` prints the wait in milliseconds, the processor time of the server, and how
 * busy the machine was.
 */
const DOCUMENTS = 20

/** Shares of a document at which pages are looked at: the next one, and ones that nobody could draw ahead. */
const TURNS = [null, 0.5, null, 0.9] as const

/** How long a reader looks before the next click, in milliseconds. */
const LOOKS = 1500

/** Notes when something is pressed, and from then on waits for a picture on the screen that was not there before. */
const WATCH = `
  const begin = () => {
    const old = document.querySelector('.page-room img')?.src
    const start = performance.now()
    const look = async done => {
      const picture = document.querySelector('.page-room img')
      if (!picture || picture.src === old || !picture.complete || picture.naturalWidth === 0) return requestAnimationFrame(() => look(done))
      await picture.decode().catch(() => {})
      requestAnimationFrame(() => done(performance.now() - start))
    }
    window.wait = new Promise(look)
  }
  addEventListener('pointerdown', begin, true)
  addEventListener('change', begin, true)
`

const [out = 'output', pdfs = null] = process.argv.slice(2)
const signal = new AbortController()
const review = await openReview({ out, cwd: process.cwd(), pdfs, port: 0, say: () => {}, signal: signal.signal })
const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.addInitScript(WATCH)
await page.goto(review.link)
await page.locator('a.line').first().waitFor()
await page.waitForTimeout(LOOKS * 2)

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Wait {
  readonly ms: number
  readonly server: number
}

/** Do what a reader does and wait until the picture is there. */
async function waited(act: () => Promise<unknown>): Promise<Wait> {
  const before = processorTime()
  await act()
  const ms = Number(await page.evaluate('window.wait'))
  const server = processorTime() - before
  await page.waitForTimeout(LOOKS)
  return { ms, server }
}

const names: string[] = await page.evaluate(`fetch('/api/archive').then(answer => answer.json()).then(({ entries }) => entries
  .filter(({ opens, pages }) => opens !== null && opens < pages && pages > 9).map(({ name }) => name))`)
const chosen = names.filter(
  (_, at) => Math.floor((at * DOCUMENTS) / names.length) !== Math.floor(((at - 1) * DOCUMENTS) / names.length),
)

async function opened(name: string): Promise<Wait> {
  await page.goto(new URL('/#archive', review.link).href)
  await page.locator('input[type=search]').fill(name)
  const line = page.locator(`a.line[href="#document=${encodeURIComponent(name)}"]`)
  await line.waitFor()
  await page.mouse.move(1, 1)
  return await waited(() => line.click())
}

async function turned(share: number | null): Promise<Wait> {
  if (share === null) return await waited(() => page.getByRole('button', { name: '下一页' }).click())
  const number = page.locator('.page-number')
  const wanted = Math.round(Number(await number.getAttribute('max')) * share)
  const other = Number(await number.inputValue()) === wanted ? wanted - 1 : wanted
  return await waited(async () => {
    await number.fill(`${other}`)
    await number.press('Enter')
  })
}

const say = (what: string, waits: readonly Wait[]): void => {
  const told = (list: readonly number[]): string => {
    const sorted = list.map(Math.round).sort((a, b) => a - b)
    const [median, tenth, worst] = [0.5, 0.9, 1].map(share => sorted[Math.ceil(share * sorted.length) - 1])
    return `median ${median} ms, p90 ${tenth}, worst ${worst}`
  }
  const over = waits.filter(({ ms }) => ms > 500).length
  console.log(
    `${what}: ${told(waits.map(({ ms }) => ms))}, over 500: ${over} of ${waits.length}; server ${told(waits.map(({ server }) => server))}`,
  )
}

const opens: Wait[] = []
const turns: Wait[] = []
for (const name of chosen) {
  const first = await opened(name)
  const next: Wait[] = []
  for (const share of TURNS) next.push(await turned(share))
  console.log(name.slice(0, 40), Math.round(first.ms), '|', next.map(({ ms }) => Math.round(ms)).join(' '))
  opens.push(first)
  turns.push(...next)
}
say('opened', opens)
say('turned', turns)
console.log(`load of the machine ${loadavg().map(load => load.toFixed(1))}`)
signal.abort()
await browser.close()
await review.close()
