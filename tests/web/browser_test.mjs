// SPDX-License-Identifier: GPL-2.0-or-later
// What the browser tests share: a test is a page in Chromium that must stay free of dialogs, errors and foreign requests.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [database, executablePath] = process.argv.slice(2);
const tests = [];

// Ends with the process, or by stop().
export async function start_server(port = 0) {
  const server = spawn("chancery-web", ["--db", database, "--listen", `127.0.0.1:${port}`, "--quiet"], { stdio: ["ignore", "ignore", "pipe"] });
  const lines = createInterface({ input: server.stderr });
  const [line] = await once(lines, "line");
  const found = line.match(/http:\/\/127\.0\.0\.1:(\d+)\//);
  if (!found) throw new Error(`the server said: ${line}`);
  const said = [];
  lines.on("line", (more) => said.push(more));
  return {
    port: Number(found[1]),
    address: `http://127.0.0.1:${found[1]}`,
    async stop() {
      server.kill();
      const [status] = await once(server, "exit");
      assert.deepEqual([status, said], [0, []], "the server's status, and what it said");
    },
  };
}

const server = await start_server();
export const { address } = server;

// `options`: of the browser's context; `expected`: errors on the console that belong to the test.
export function test(name, options, body) {
  tests.push({ name, options, body });
}

export const total = async (page) => parseInt((await page.locator("main h1").innerText()).replaceAll(",", ""), 10);

async function run(browser, { name, options: { expected, ...options }, body }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const wrong = [];
  page.on("dialog", (dialog) => { wrong.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("console", (message) => { if (message.type() === "error" && !expected?.test(message.text())) wrong.push(message.text()); });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => { if (!request.url().startsWith("http://127.0.0.1:")) wrong.push(`asked for ${request.url()}`); });
  try {
    await body(page);
    assert.deepEqual(wrong, []);
    console.log(`ok   ${name}`);
    return true;
  } catch (error) {
    console.log(`FAIL ${name} (at ${page.url()}): ${error.message}`);
    return false;
  } finally {
    await context.close();
  }
}

// Runs what was named so far, and ends the process with 1 where one failed.
export async function run_all() {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  let failed = 0;
  for (const one of tests) if (!(await run(browser, one))) ++failed;
  await browser.close();
  await server.stop();
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
