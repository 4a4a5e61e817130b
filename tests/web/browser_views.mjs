// SPDX-License-Identifier: GPL-2.0-or-later
// The timeline, the map, who with whom, and an article.
import assert from "node:assert/strict";
import { address, test, total } from "./browser_test.mjs";

test("timeline: a span drawn, a year clicked, down to months", {}, async (page) => {
  await page.goto(address);
  const bars = page.locator(".timeline a");
  const middle = async (i) => {
    const box = await bars.nth(i).boundingBox();
    return box.x + box.width / 2;
  };
  const years = [await bars.nth(3).getAttribute("data-key"), await bars.nth(6).getAttribute("data-key")];
  const { y } = await bars.nth(3).boundingBox();
  for (const [from, to] of [[3, 6], [6, 3]]) {
    await page.goto(address);
    await page.mouse.move(await middle(from), y + 20);
    await page.mouse.down();
    await page.mouse.move(await middle(to), y + 20, { steps: 5 });
    assert.equal(await page.locator(".timeline .spanned").count(), 4);
    await page.mouse.up();
    await page.waitForURL(`**/?from=${years[0]}&to=${years[1]}`);
  }
  await page.goto(address);
  const says = await bars.nth(3).getAttribute("aria-label");
  await bars.nth(3).click();
  await page.waitForURL(/date=\d{4}$/);
  assert.equal(await total(page), Number(says.match(/: (\d+) /)[1]));
  assert.equal(await page.locator(".timeline").getAttribute("data-unit"), "month");
});

test("timeline: a drag that leaves the chart ends at its edge, and Escape ends it", {}, async (page) => {
  await page.goto(address);
  const bars = page.locator(".timeline a");
  const first = await bars.first().boundingBox();
  const third = await bars.nth(2).boundingBox();
  await page.mouse.move(third.x + third.width / 2, third.y + 20);
  await page.mouse.down();
  await page.mouse.move(first.x - 60, third.y + 300, { steps: 5 });
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".timeline .spanned").count(), 0);
  await page.mouse.up();
  assert.equal(new URL(page.url()).search, "");
  await page.mouse.move(third.x + third.width / 2, third.y + 20);
  await page.mouse.down();
  await page.mouse.move(first.x - 60, third.y + 300, { steps: 5 });
  await page.mouse.up();
  await page.waitForURL(/from=\d{4}&to=\d{4}/);
});

test("map: a country clicked, and once more", {}, async (page) => {
  await page.goto(address + "/?view=map");
  const all = await total(page);
  const says = await page.locator('.map a[href$="country=IR"] title').textContent();
  await page.click('.map a[href$="country=IR"] path');
  await page.waitForURL(/country=IR/);
  assert.equal(await total(page), Number(says.match(/: (\d+) article/)[1]));
  await page.click(".map a.chosen");
  assert.equal(await total(page), all);
});

test("map: every country with articles is on it or named below it", {}, async (page) => {
  await page.goto(address + "/?view=map");
  const { facets } = await (await page.request.get(address + "/api/facets?facets=country&facet-limit=100")).json();
  const shown = await page.locator(".map a, .panel .hint a").evaluateAll((links) => links.map((one) => new URL(one.href?.baseVal ?? one.href, location).searchParams.get("country")));
  for (const { key, name } of facets.country) assert(shown.includes(key), name);
});

test("map: a former state lies where its successors do, whichever has more articles on top", {}, async (page) => {
  await page.goto(address + "/?view=map&to=1990");
  assert.equal(await page.locator('.map a[href$="country=SU"] path').count(), 1);
  await page.click('.map a[href$="country=SU"] path');
  await page.waitForURL(/country=SU/);
});

test("who with whom: the count is that of the articles", {}, async (page) => {
  for (const cross of ["person,country", "person,person", "person,organisation", "country,country"]) {
    await page.goto(`${address}/?view=together&cross=${cross}`);
    const cell = page.locator(".cross td a").first();
    const count = parseInt(await cell.innerText(), 10);
    await cell.click();
    await page.waitForURL((url) => !url.search.includes("view="));
    assert.equal(await total(page), count, cross);
  }
});

test("an article: its tags in the text by kind, what was sought, what is like it", {}, async (page) => {
  await page.goto(address + "/article/mna-2018-12-24-kabul?q=Qureshi");
  for (const kind of ["person", "country", "place"]) assert(await page.locator(`.text a.tag.${kind}`).count() > 0, kind);
  assert(await page.locator(".text mark").count() > 0);
  const colours = await page.locator(".text").evaluate((text) => ["person", "country", "place"].map((kind) => getComputedStyle(text.querySelector(`.tag.${kind}`)).color));
  assert.equal(new Set(colours).size, 3, "each kind has a colour of its own");
  const whole = page.locator(".text a.tag", { hasText: "Shah Mahmood Qureshi" }).first();
  assert.equal(await whole.locator("mark").innerText(), "Qureshi", "one link, part of it marked");
  const similar = page.locator(".similar li a").first();
  const headline = await similar.innerText();
  await similar.click();
  await page.waitForURL((url) => !url.pathname.includes("mna-2018-12-24-kabul"));
  assert.equal(await page.locator("main h1").innerText(), headline);
  await page.goBack();
  await page.locator(".text a.tag.person").first().click();
  await page.waitForURL(/\/\?person=/);
  assert(await total(page) > 0);
});
