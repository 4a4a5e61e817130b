// SPDX-License-Identifier: GPL-2.0-or-later
// The page for who has a keyboard, a screen reader, a phone, the dark, a printer, a slow line, or no JavaScript.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { address, test, total } from "./browser_test.mjs";

const require = createRequire(import.meta.url);
const everywhere = ["/?q=peace&country=RU", "/?view=map", "/?view=together", "/article/mna-2018-12-24-kabul?q=kabul"];

test("keyboard alone: from the top to the first article and back", {}, async (page) => {
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

test("keyboard alone: a facet, a bar of the timeline, a country of the map", {}, async (page) => {
  const reach = async (selector) => {
    for (let i = 0; i < 60; ++i) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) {
        const shown = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== "none" || document.activeElement.querySelector("[class],path") !== null);
        assert(shown, `one sees that ${selector} has the focus`);
        return page.keyboard.press("Enter");
      }
    }
    throw new Error(`${selector} cannot be reached`);
  };
  await page.goto(address);
  await reach(".skip[href='#filters']");
  await reach("#facet-country li:nth-child(2) a");
  await page.waitForURL(/country=/);
  await page.goto(address);
  await reach(".timeline a");
  await page.waitForURL(/date=/);
  await page.goto(address + "/?view=map");
  await reach(".map a");
  await page.waitForURL(/country=/);
});

test("without JavaScript: search, facets, leaving out, map, pages, article", { javaScriptEnabled: false }, async (page) => {
  await page.goto(address);
  await page.fill("#q", "peace");
  await page.click("form button");
  const all = await total(page);
  await page.click("#facet-person li:nth-child(1) a:first-child");
  const some = await total(page);
  assert(some < all);
  await page.goBack();
  await page.click("#facet-person li:nth-child(1) .not");
  assert.equal(await total(page), all - some);
  await page.click("text=Map");
  await page.click('.map a[href$="country=RU"] path');
  assert(await total(page) > 0);
  await page.click(".hits h2 a");
  assert(await page.locator(".text p").count() > 0);
  await page.goto(address);
  await page.click(".paging a[rel=next]");
  assert.match(page.url(), /offset=20/);
});

test("a phone: nothing is wider than it, all filters can be reached and hit", { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true, expected: /status of 404/ }, async (page) => {
  for (const path of [...everywhere, "/article/none", "/?q=%22nothing+has+this%22"]) {
    await page.goto(address + path).catch(() => {});
    assert(await page.evaluate(() => document.documentElement.scrollWidth) <= 390, path);
  }
  await page.goto(address + "/?q=peace");
  await page.tap(".to-filters a");
  assert(await page.evaluate(() => document.querySelector("#filters").getBoundingClientRect().top) < 100);
  const small = await page.locator(".facet li a").evaluateAll((links) => links.map((one) => one.getBoundingClientRect()).filter((box) => box.height < 24 || box.width < 24).length);
  assert.equal(small, 0, "links of filters too small for a finger");
  await page.tap("#facet-country li:nth-child(1) a:first-child");
  await page.waitForURL(/country=/);
});

test("a screen reader: landmarks, headings, names", {}, async (page) => {
  await page.goto(address + "/?q=peace&country=RU");
  for (const [role, name] of [["search", ""], ["main", ""], ["complementary", "Filters"], ["navigation", "Pages"], ["combobox", "Search the archive"], ["heading", "Persons"],
    ["region", "Filters in force"], ["link", "Remove: country Russia"], ["group", "Articles by year"]]) {
    assert(await page.getByRole(role, name ? { name } : {}).count() > 0, `${role} ${name}`);
  }
  const levels = await page.locator("h1, h2, h3").evaluateAll((all) => all.map((one) => Number(one.tagName[1])));
  assert.equal(levels.filter((level) => level === 1).length, 1);
  assert(levels.every((level, i) => i === 0 || level <= levels[i - 1] + 1), "no level is left out");
  assert.match(await page.locator(".timeline a").first().ariaSnapshot(), /link "\d{4}.*: \d+ article/);
  await page.goto(address + "/?view=map");
  assert(await page.getByRole("link", { name: /^Iran \(IR\): \d+ articles/ }).count() > 0);
  await page.goto(address + "/?view=together");
  assert(await page.getByRole("rowheader").count() > 2);
  assert(await page.getByRole("columnheader").count() > 2);
  assert.notEqual(await page.title(), "");
});

test("dark mode: light text on a dark page", { colorScheme: "dark" }, async (page) => {
  await page.goto(address);
  const [paper, ink] = await page.evaluate(() => ["backgroundColor", "color"].map((what) => getComputedStyle(document.body)[what].match(/\d+/g).map(Number).reduce((sum, one) => sum + one)));
  assert(paper < 150 && ink > 550, `${paper} ${ink}`);
});

test("print: the article, and no more", {}, async (page) => {
  await page.goto(address + "/article/mna-2018-12-24-kabul");
  await page.emulateMedia({ media: "print" });
  assert(await page.locator(".text").isVisible());
  assert(await page.locator("main h1").isVisible());
  for (const other of ["aside", ".back", ".skip"]) assert(!(await page.locator(other).first().isVisible()), other);
  await page.goto(address + "/?q=peace");
  await page.emulateMedia({ media: "print" });
  assert(await page.locator(".hits").isVisible());
  for (const other of ["form", ".panel", "aside", ".paging"]) assert(!(await page.locator(other).first().isVisible()), other);
});

test("a slow line: the whole page is less than 100 kB", {}, async (page) => {
  for (const path of ["/", ...everywhere]) {
    let bytes = 0;
    const sizes = [];
    page.removeAllListeners("response");
    page.on("response", (response) => sizes.push(response.body().then((body) => { bytes += body.length; }, () => {})));
    await page.goto(address + path, { waitUntil: "load" });
    await Promise.all(sizes);
    assert(bytes > 5_000 && bytes < 100_000, `${path}: ${bytes} bytes, unpacked`);
  }
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 390]) {
    test(`axe-core finds nothing, ${colorScheme}, ${width} wide`, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true, expected: /status of 404/ }, async (page) => {
      for (const path of [...everywhere, "/?country=IR&person=hassan-rouhani&from=2015", "/?q=nuclaer", "/article/none"]) {
        await page.goto(address + path).catch(() => {});
        await page.addScriptTag({ path: require.resolve("axe-core") });
        const { violations } = await page.evaluate(() => window.axe.run());
        assert.deepEqual(violations.map((one) => `${path}: ${one.id}: ${one.nodes.length}x ${one.nodes[0].html.slice(0, 200)}`), []);
      }
    });
  }
}
