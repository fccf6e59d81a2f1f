import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** What this Chromium is packed with for other work: a review has to be safe in a browser that guards itself, as people have it. */
const UNGUARDED = [
  '--single-process',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
]

/** A real Chromium without a window. */
export const openBrowser = async (): Promise<Browser> =>
  await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter(argument => !UNGUARDED.includes(argument)),
    headless: true,
  })
