// SPDX-License-Identifier: GPL-2.0-or-later
// Uses the page in Chromium as readers do. Started by browser.py.
// usage: node browser.mjs DB CHROMIUM   (chancery-web on PATH)
import { run_all } from "./browser_test.mjs";
import "./browser_search.mjs";
import "./browser_views.mjs";
import "./browser_readers.mjs";
import "./browser_safety.mjs";

await run_all();
