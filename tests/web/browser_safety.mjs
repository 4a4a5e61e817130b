// SPDX-License-Identifier: GPL-2.0-or-later
// Articles, links and queries that mean harm, and a server that goes and comes back. Any dialog fails a test.
import assert from "node:assert/strict";
import { address, start_server, test, total } from "./browser_test.mjs";

const bidi = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;

async function is_harmless(page) {
  assert.equal(await page.locator("body script, img, iframe, object, embed, style, base").count(), 0);
  assert.equal(await page.locator("[onclick], [onerror], [onload], [onmouseover], [onfocus], [style]").count(), 0);
  assert.equal(await page.locator('a[href^="javascript:" i], a[href^="data:" i]').count(), 0);
  assert(!bidi.test(await page.content()), "no marks that turn the text around");
  assert.equal(await page.evaluate(() => window.pwned), undefined);
}

test("a hostile article among the results", {}, async (page) => {
  await page.goto(address + "/?q=geneva+lavrov&sort=newest");
  assert.match(await page.locator(".hits h2").first().innerText(), /<script>/, "shown as it was written");
  await is_harmless(page);
  await page.hover(".hits li:nth-child(1) .byline");
  for (const view of ["map", "together"]) {
    await page.goto(`${address}/?q=geneva+lavrov&view=${view}`);
    await is_harmless(page);
  }
});

test("a hostile article opened", {}, async (page) => {
  await page.goto(address + "/?q=geneva+lavrov&sort=newest");
  await page.click(".hits h2 a");
  await page.waitForURL(/\/article\//);
  assert.match(await page.title(), /<script>/);
  await is_harmless(page);
  assert.match(await page.locator(".text").innerText(), /<script>pwned/);
  assert.equal(await page.locator("text=original").count(), 0, "no link to what is no web address");
  await page.click(".byline a");
  await is_harmless(page);
  await page.click(".chips a[aria-label^='Remove']");
});

test("hostile names in suggestions and filters", {}, async (page) => {
  await page.goto(address);
  await page.locator("#q").pressSequentially("<img");
  await page.waitForTimeout(400);
  await page.locator("#q").fill("");
  await page.locator("#q").pressSequentially("Evil");
  await page.waitForSelector(".suggestions li");
  assert.match(await page.locator(".suggestions").innerText(), /<b onmouseover/);
  await is_harmless(page);
  await page.hover(".suggestions li");
  await page.click(".suggestions li");
  await page.waitForURL(/source=/);
  await is_harmless(page);
});

test("hostile links", { expected: /status of 40[04]/ }, async (page) => {
  for (const query of ["?q=%22%3E%3Cscript%3Epwned=1%3C/script%3E", "?person=%22%20onfocus%3Dpwned%3D1%20autofocus%3D%22", "?view=%3Cscript%3Epwned=1%3C/script%3E", "?more=%22%3E%3Cimg%20src=x%20onerror=pwned=1%3E",
    "?from=%3Csvg%20onload=pwned=1%3E", "?q=%E2%80%AEgnihtyna", "?sort=%3Cscript%3E", "?country=%27%22%3E", "article/%3Cscript%3Epwned=1%3C%2Fscript%3E", "?like=%3Cscript%3Epwned=1%3C/script%3E"]) {
    await page.goto(address + "/" + query).catch(() => {});
    await is_harmless(page);
  }
});

test("the policy keeps a script out that got in all the same", { expected: /Content Security Policy|status of 404/ }, async (page) => {
  await page.goto(address);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.pwned = 1";
    document.body.append(script);
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.pwned = 1'><a id=bad href='javascript:window.pwned=1'>x</a>");
    document.getElementById("bad").click();
  });
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
});

test("a server restarted: the open page goes on", { expected: /ERR_CONNECTION_REFUSED/ }, async (page) => {
  const first = await start_server();
  await page.goto(first.address + "/?q=peace");
  const all = await total(page);
  await first.stop();
  await page.locator("#q").pressSequentially(" lavr");  // no suggestions now, and no error
  await page.waitForTimeout(400);
  const failed = await page.goto(first.address + "/?q=talks").then(() => false, () => true);
  assert(failed, "nobody answers");
  await page.waitForURL(/^chrome-error:/);  // Chromium shows its own page, a moment later
  const second = await start_server(first.port);
  await page.goto(first.address + "/?q=peace");
  assert.equal(await total(page), all);
  await page.click("#facet-country li:nth-child(1) a:first-child");
  assert(await total(page) <= all);
  await second.stop();
});
