// SPDX-License-Identifier: GPL-2.0-or-later
// Searching, suggestions, facets, and that every state is a link.
import assert from "node:assert/strict";
import { address, test, total } from "./browser_test.mjs";

test("search, facet in and out, back and forward", {}, async (page) => {
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

test("several facets at once: either of two countries, with a person, without a source", {}, async (page) => {
  const api = async (query) => (await (await page.request.get(`${address}/api/search?limit=0&${query}`)).json()).total;
  const countries = () => new URL(page.url()).searchParams.getAll("country").map((one) => `country=${one}`).join("&");
  await page.goto(address);
  await page.click("#facet-country li:nth-child(2) a:first-child");
  const one = await total(page);
  assert.equal(one, await api(countries()));
  await page.click("#facet-country li:not(.chosen):nth-child(3) a:first-child");
  assert.equal(new URL(page.url()).searchParams.getAll("country").length, 2);
  assert(await total(page) > one);
  assert.equal(await total(page), await api(countries()));
  await page.click("#facet-person li:nth-child(1) a:first-child");
  const person = new URL(page.url()).searchParams.get("person");
  assert.equal(await total(page), await api(`${countries()}&person=${person}`));
  await page.click("#facet-source li:nth-child(1) .not");
  const source = new URL(page.url()).searchParams.get("not-source");
  assert.equal(await total(page), await api(`${countries()}&person=${person}&not-source=${encodeURIComponent(source)}`));
  assert.equal(await page.locator(".chips .what").count(), 4);
  await page.click('.chips a[aria-label^="Remove: person"]');
  assert.equal(await total(page), await api(`${countries()}&not-source=${encodeURIComponent(source)}`));
  await page.click("text=Clear all");
  assert.equal(await total(page), await api(""));
});

test("more values of a facet, sorting, near-duplicates, pages", {}, async (page) => {
  await page.goto(address + "/?q=peace");
  assert.equal(await page.locator("#facet-country li").count(), 8);
  await page.click("text=More countries");
  assert(await page.locator("#facet-country li").count() > 8);
  await page.click("text=oldest");
  const days = await page.locator(".hits time").evaluateAll((all) => all.map((one) => one.dateTime));
  assert.deepEqual(days, [...days].sort());
  await page.check("input[name=collapse]");
  await page.click("form button");
  assert.match(page.url(), /collapse=1/);
  assert.match(page.url(), /sort=oldest/, "the form keeps the order");
  await page.goto(address);
  const all = await total(page);
  const seen = new Set();
  for (;;) {
    for (const href of await page.locator(".hits h2 a").evaluateAll((links) => links.map((one) => new URL(one.href).pathname))) seen.add(href);
    if (await page.locator("a[rel=next]").count() === 0) break;
    await page.click("a[rel=next]");
  }
  assert.equal(seen.size, all, "each article on one page");
});

test("a suggestion with the keyboard alone", {}, async (page) => {
  await page.goto(address);
  await page.focus("#q");
  await page.keyboard.type("lavr");
  await page.waitForSelector(".suggestions:not([hidden]) li");
  assert.equal(await page.getAttribute("#q", "aria-expanded"), "true");
  await page.keyboard.press("Escape");
  assert.equal(await page.getAttribute("#q", "aria-expanded"), "false");
  await page.keyboard.type("o");
  await page.waitForSelector(".suggestions:not([hidden]) li");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.getAttribute("#q", "aria-activedescendant"), "suggestion-0");
  await page.keyboard.press("Enter");
  await page.waitForURL(/person=sergey-lavrov/);
  assert(await total(page) > 0);
});

test("a suggestion with the mouse, and the words before it stay", {}, async (page) => {
  await page.goto(address + "/?q=talks");
  await page.fill("#q", "");
  await page.locator("#q").pressSequentially("peace talks pakis");
  await page.click(".suggestions li:has-text('Pakistan')");
  await page.waitForURL(/country=PK/);
  assert.equal(new URL(page.url()).searchParams.get("q"), "peace talks");
});

test("deep links: a whole state opens as it was sent", {}, async (page) => {
  const query = "?q=peace&country=PK&country=IR&not-person=imran-khan&from=2018-12&to=2019&sort=oldest&view=map";
  await page.goto(address + "/" + query);
  assert.equal(await page.inputValue("#q"), "peace");
  assert.equal(await page.inputValue("#from"), "2018-12");
  assert.equal(await page.inputValue("#to"), "2019");
  assert.equal(await page.locator(".chips .what").count(), 5);
  assert.equal(await page.locator("[aria-current=true]:text-is('oldest')").count(), 1);
  assert.equal(await page.locator("svg.map .chosen").count(), 2);
  await page.click(".hits h2 a");
  await page.waitForURL(/\/article\//);
  await page.click("text=Back to the results");
  const state = (text) => [...new URLSearchParams(text)].map(String).sort();
  assert.deepEqual(state(new URL(page.url()).search), state(query));
  await page.click("form button");
  assert.deepEqual(state(new URL(page.url()).search), state(query), "asked again");
});

test("the search as a feed, a table and JSON", {}, async (page) => {
  await page.goto(address + "/?q=peace&country=RU&view=map");
  const all = await total(page);
  for (const [label, type] of [["RSS feed", "application/rss+xml"], ["table (CSV)", "text/csv"], ["JSON", "application/json"]]) {
    const answer = await page.request.get(address + await page.locator(`.forms a:text-is('${label}')`).getAttribute("href"));
    assert.equal(answer.status(), 200, label);
    assert(answer.headers()["content-type"].startsWith(type), label);
    if (label === "JSON") assert.equal((await answer.json()).total, all);
  }
});
