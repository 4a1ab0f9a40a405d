import { serveStage, launch } from '/work/main/test/browser/browser.ts'
const s = await serveStage({config:{EDITOR_KEY:'editor-key-12345'}}); const b = await launch()
const shots = '/tmp/shots'
const SIZES = process.argv[2] ? [[Number(process.argv[2]),844]] : [[320,700],[390,844],[1280,900]]
for (const [w,h] of SIZES as [number,number][]) {
  const ctx = await b.newContext({ viewport: { width: w, height: h } })
  const p = await ctx.newPage()
  p.on('console', m => console.log('console', m.type(), m.text()))
  p.on('pageerror', e => console.log('pageerror', e.message))
  const shot = (n: string, full = true) => p.screenshot({ path: `${shots}/${n}-${w}.png`, fullPage: full })
  await p.goto(s.url + '/'); await shot('start')
  await p.fill('#words', 'I cannot get out of the bath'); await p.click('text=Find topics'); await shot('found')
  await p.click('button:has-text("Start")')
  console.log(w, p.url())
  let n = 0
  while (!p.url().endsWith('/advice') && n < 70) {
    n++
    if (await p.locator('.urgent').count()) { console.log('URGENT', await p.locator('#question').innerText()); await shot('urgent'); await p.click('text=Carry on with the questions'); await p.waitForTimeout(150); continue }
    const t = await p.locator('#question').innerText()
    await shot(`q${String(n).padStart(2,'0')}`, true)
    if (w===390) console.log(n, t, '|', await p.locator('.left').innerText())
    const radios = p.locator('input[type=radio]')
    if (await radios.count()) await radios.nth(/old are you|hold/.test(t) ? 3 : /answering for|sit on the edge|instruction|height|hot water/.test(t) ? 0 : 1).check().catch(()=>radios.first().check())
    else if (await p.locator('input[type=checkbox]').count()) {
      if (/bath/.test(t)) { await p.locator('input[type=checkbox]').nth(0).check(); await p.locator('input[type=checkbox]').nth(2).check() }
      else { const none = p.locator('input[data-alone]'); if (await none.count()) await none.first().check(); else await p.locator('input[type=checkbox]').nth(1).check() }
    } else if (await p.locator('select').count()) await p.fill('#answer', 'PR1 2AB')
    else await p.fill('#answer', /high|crease/.test(t) ? '17 in' : 'A bath in peace')
    const beforeT = t
    await p.click('button:has-text("Continue")')
    await p.waitForFunction((x) => (document.querySelector('#question') as HTMLElement)?.innerText?.trim() !== x.trim() || !!document.querySelector('#summary'), beforeT, {timeout: 4000}).catch(()=>console.log('no change at', beforeT))
    if (await p.locator('#summary').count()) { await shot('error'); console.log(await p.locator('#summary').innerText()); await p.locator('select').selectOption({index:2}); await p.click('button:has-text("Continue")'); await p.waitForTimeout(300) }
    await p.waitForTimeout(30)
  }
  console.log(p.url()); await shot('advice')
  const H = await p.evaluate(() => document.documentElement.scrollHeight); console.log('height', H, 'scrollWidth', await p.evaluate(()=>document.documentElement.scrollWidth))
  console.log(await p.evaluate(() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth).slice(0,8).map(e => e.tagName+'.'+e.className+' '+(e.textContent??'').slice(0,60))))
  for (let i = 0; i < 5; i++) await p.screenshot({ path: `${shots}/advice-part${i}-${w}.png`, fullPage: true, clip: { x: 0, y: i*1500, width: w, height: 1500 } }).catch(()=>{})

  await p.goto(s.url+'/answers'); await shot('answers')
  await p.goto(s.url+'/flows'); await p.fill('#key','editor-key-12345'); await p.click('text=Open'); await p.waitForURL('**/flows'); await p.waitForSelector('svg'); await shot("flows", false); console.log('flows', (await p.content()).length); await p.locator('.flow').nth(6).screenshot({path: `${shots}/flow-bath-${w}.png`})
  await ctx.close()
}
await b.close(); await s.close(); process.exit(0)
