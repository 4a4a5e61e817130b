// SPDX-License-Identifier: GPL-2.0-or-later
// Uses the page in Chromium as a reader does, and holds it against axe-core's rules. Started by browser.py.
// usage: node browser.mjs ADDRESS CHROMIUM   (playwright-core and axe-core below NODE_MODULES)
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const [address, executablePath] = process.argv.slice(2);
const require = createRequire(process.env.NODE_MODULES + "/");
const { chromium } = require("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const faults = [];

async function test(name, options, body) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("dialog", (dialog) => { wrong.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("console", (message) => { if (message.type() === "error" && !message.text().includes("status of 404")) wrong.push(message.text()); });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => { if (!request.url().startsWith(address)) wrong.push(`asked for ${request.url()}`); });
  try {
    await body(page);
    assert.deepEqual(wrong, []);
    console.log(`ok   ${name}`);
  } catch (error) {
    faults.push(name);
    console.log(`FAIL ${name}: ${error.message}`);
  }
  await context.close();
}

const total = async (page) => parseInt(await page.locator("main h1").innerText(), 10);

await test("search, facet in and out, back and forward", {}, async (page) => {
  await page.goto(address);
  await page.fill("#q", "peace");
  await page.click("form button");
  assert.equal(new URL(page.url()).search, "?q=peace");
  const all = await total(page);
  await page.click("#facet-country li:nth-child(2) a:first-child");
  const some = await total(page);
  assert(some < all, `${some} of ${all}`);
  await page.click("#facet-country .chosen a:first-child");
  assert.equal(await total(page), all);
  await page.click("#facet-country li:nth-child(2) .not");
  assert.equal(await total(page), all - some);
  await page.goBack();
  assert.equal(await total(page), all);
  await page.goForward();
  assert.equal(await total(page), all - some);
});

await test("a suggestion with the keyboard alone", {}, async (page) => {
  await page.goto(address);
  await page.focus("#q");
  await page.keyboard.type("lavr");
  await page.waitForSelector(".suggestions:not([hidden]) li");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.getAttribute("#q", "aria-activedescendant"), "suggestion-0");
  await page.keyboard.press("Enter");
  await page.waitForURL(/person=sergey-lavrov/);
  assert(await total(page) > 0);
});

await test("from the top to the first article with the keyboard", {}, async (page) => {
  await page.goto(address);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  for (let i = 0; i < 8 && !(await page.evaluate(() => document.activeElement.matches(".hits h2 a"))); ++i) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/article\//);
  assert(await page.locator(".similar li").count() > 0);
  assert(await page.locator(".text a.tag").count() > 0);
});

await test("timeline: a span drawn, a year clicked", {}, async (page) => {
  await page.goto(address);
  const bars = page.locator(".timeline a");
  const from = await bars.nth(3).boundingBox();
  const to = await bars.nth(6).boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL(/from=\d{4}&to=\d{4}/);
  await page.goto(address);
  await bars.nth(3).click();
  await page.waitForURL(/date=\d{4}/);
});

await test("map: a country clicked, and once more", {}, async (page) => {
  await page.goto(address + "/?view=map");
  const all = await total(page);
  await page.click('.map a[href$="country=IR"]');
  assert.match(page.url(), /country=IR/);
  assert(await total(page) < all);
  await page.click('.map a.chosen');
  assert.equal(await total(page), all);
});

await test("who with whom: the count is that of the articles", {}, async (page) => {
  for (const cross of ["person,country", "person,person", "country,country"]) {
    await page.goto(`${address}/?view=together&cross=${cross}`);
    const cell = page.locator(".cross td a").first();
    const count = parseInt(await cell.innerText(), 10);
    await cell.click();
    assert.equal(await total(page), count, cross);
  }
});

await test("without JavaScript", { javaScriptEnabled: false }, async (page) => {
  await page.goto(address);
  await page.fill("#q", "peace");
  await page.click("form button");
  const all = await total(page);
  await page.click("#facet-person li:nth-child(1) a:first-child");
  assert(await total(page) < all);
  await page.goto(address);
  await page.click(".paging a[rel=next]");
  assert.match(page.url(), /offset=20/);
});

await test("a hostile article", {}, async (page) => {
  await page.goto(address + "/?q=geneva+lavrov&sort=newest");
  await page.goto(address + "/article/hostile");
  assert.equal(await page.locator("article script, article img, article [onclick]").count(), 0);
});

await test("a phone, nothing wider than it", { viewport: { width: 390, height: 800 } }, async (page) => {
  for (const path of ["/?q=peace", "/?view=map", "/?view=together", "/article/mna-2018-12-24-kabul"]) {
    await page.goto(address + path);
    assert(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, path);
  }
});

for (const colorScheme of ["light", "dark"]) {
  await test(`axe-core, ${colorScheme}`, { colorScheme, bypassCSP: true }, async (page) => {
    for (const path of ["/?q=peace&country=RU", "/?view=map", "/?view=together", "/article/mna-2018-12-24-kabul?q=kabul", "/article/none"]) {
      await page.goto(address + path).catch(() => {});
      await page.addScriptTag({ path: require.resolve("axe-core") });
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map((one) => `${path}: ${one.id}: ${one.nodes.length}x ${one.nodes[0].html.slice(0, 200)}`), []);
    }
  });
}

await browser.close();
process.exit(faults.length > 0 ? 1 : 0);
