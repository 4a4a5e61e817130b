// SPDX-License-Identifier: GPL-2.0-or-later
// The page works without this. Here: suggestions while typing, spans drawn on the timeline, the middle of the map in view, and
// shorter links.
"use strict";

document.documentElement.classList.add("scripted");

// Names are others' words: nothing in them may turn the text around, or hide.
const plain = (text) => text.replace(/[\p{Cc}\p{Cf}]/gu, "");

// Keeps the state of the page and changes one thing of it.
function go(change) {
  const parameters = new URLSearchParams(location.search);
  for (const name of ["offset", "after"]) parameters.delete(name);
  change(parameters);
  location.assign("/" + (parameters.size === 0 ? "" : "?" + parameters));
}

function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }
  let candidates = [];
  let kept = "";  // the words before what is suggested
  let chosen = -1;
  let timer = 0;
  let asked = 0;

  function show(found, before = "") {
    candidates = found;
    kept = before;
    chosen = -1;
    list.replaceChildren(...found.map((candidate, i) => {
      const item = document.createElement("li");
      item.id = "suggestion-" + i;
      item.setAttribute("role", "option");
      for (const [kind, text] of [["name", plain(candidate.name)], ["kind", candidate.kind], ["count", candidate.count.toLocaleString("en")]]) {
        const part = document.createElement("span");
        part.className = kind;
        part.textContent = text;
        item.append(part);
      }
      // Before the input loses the focus, which would close the list.
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(i); });
      return item;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  function take(i) {
    const { kind, key } = candidates[i];
    go((parameters) => {
      if (kept) parameters.set("q", kept); else parameters.delete("q");
      if (!parameters.getAll(kind).includes(key)) parameters.append(kind, key);
    });
  }

  function choose(i) {
    chosen = (i + candidates.length + 1) % (candidates.length + 1);
    if (chosen === candidates.length) chosen = -1;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", "suggestion-" + chosen);
  }

  async function names_with(prefix) {
    try {
      const response = await fetch("/api/complete?prefix=" + encodeURIComponent(prefix));
      return response.ok ? (await response.json()).candidates : [];
    } catch {
      return [];
    }
  }

  // A name may have several words, and others may stand before it: the longest end of the text that begins a name.
  async function ask() {
    const longest_name = 3;
    const words = input.value.trim().split(/\s+/);
    const mine = ++asked;
    if (/[:"()*]/.test(input.value)) return show([]);
    for (let from = Math.max(0, words.length - longest_name); from < words.length; ++from) {
      const prefix = words.slice(from).join(" ");
      if (prefix.length < (from > 0 ? 3 : 2)) break;
      const found = await names_with(prefix);
      if (mine !== asked || document.activeElement !== input) return;
      if (found.length > 0) return show(found.sort((a, b) => b.count - a.count).slice(0, 8), words.slice(0, from).join(" "));
    }
    show([]);
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", () => { ++asked; show([]); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) { show([]); event.preventDefault(); }
    if (list.hidden) return;
    if (event.key === "ArrowDown") { choose(chosen + 1); event.preventDefault(); }
    if (event.key === "ArrowUp") { choose(chosen < 0 ? candidates.length - 1 : chosen - 1); event.preventDefault(); }
    if (event.key === "Enter" && chosen >= 0) { take(chosen); event.preventDefault(); }
  });
}

function draw(chart) {
  const bars = [...chart.querySelectorAll("a")];
  let from = -1;
  let moved = false;
  // The bar under the pointer, or the nearest one where there is a gap.
  function bar_at(x) {
    let nearest = -1;
    let best = Infinity;
    bars.forEach((bar, i) => {
      const box = bar.firstElementChild.nextElementSibling.getBoundingClientRect();
      const distance = Math.abs((box.left + box.right) / 2 - x);
      if (distance < best) { best = distance; nearest = i; }
    });
    return nearest;
  }
  function mark(a, b) {
    bars.forEach((bar, i) => bar.classList.toggle("spanned", a >= 0 && i >= Math.min(a, b) && i <= Math.max(a, b)));
  }
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = bar_at(event.clientX);
    moved = false;
  });
  addEventListener("pointermove", (event) => {
    if (from < 0) return;
    const to = bar_at(event.clientX);
    if (to !== from) moved = true;
    if (moved) mark(from, to);
  });
  addEventListener("pointerup", (event) => {
    if (from < 0) return;
    const to = bar_at(event.clientX);
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    from = -1;
    mark(-1, -1);
    if (!moved) return;
    go((parameters) => {
      parameters.delete("date");
      parameters.set("from", bars[first].dataset.key);
      parameters.set("to", bars[last].dataset.key);
    });
  });
  const give_up = () => { from = -1; mark(-1, -1); };
  addEventListener("pointercancel", give_up);
  addEventListener("keydown", (event) => { if (event.key === "Escape") give_up(); });
  chart.addEventListener("click", (event) => { if (moved) event.preventDefault(); });
}

const input = document.getElementById("q");
if (input) suggest(input);
const chart = document.querySelector(".timeline");
if (chart) draw(chart);

// Where it is wider than the screen, the middle of the world first.
const map = document.querySelector(".map");
if (map) map.parentElement.scrollLeft = (map.parentElement.scrollWidth - map.parentElement.clientWidth) / 2;

// A form's empty fields would only make the link longer.
document.querySelector("form.search")?.addEventListener("formdata", (event) => {
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});
