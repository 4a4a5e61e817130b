# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of a run, in Markdown."""
import statistics

US = "chancery"


def p95(values):
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def spread(values):
    """The median and, in brackets, the least and the most."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def table(results, texts, names, options, machine, arguments):
    lines = [f"# {texts.name}: {texts.count:,} articles, {texts.bytes / 1e6:.0f} MB of text", "",
             f"`tools/bench/run {arguments}` on {machine}; {options.rounds} rounds, all peers in each; median (least–most) over the rounds.", ""]
    if "index" in results:
        lines += index_table(results["index"], texts, names)
    for kind, title in (("warm", "Queries, warm, in one process: ms"), ("cold", "Queries, cold, a process for each: ms")):
        if kind in results:
            lines += query_table(results[kind], title, names)
    return "\n".join(lines) + "\n"


def index_table(runs, texts, names):
    lines = ["## Indexing", "", "| | s | MB/s | s of processors | memory, MB | index, MB | of the text | times Chancery's speed |", "|---|---|---|---|---|---|---|---|"]
    for name in names:
        rows = runs[name]
        ratios = [us[0] / row[0] for us, row in zip(runs.get(US, rows), rows)]
        middle = [statistics.median(row[i] for row in rows) for i in range(4)]
        lines.append(f"| {name} | {middle[0]:.1f} | {spread([texts.bytes / 1e6 / row[0] for row in rows])} | {middle[1]:.1f} | {middle[2]:.0f} | "
                     f"{middle[3] / 1e6:.0f} | {middle[3] / texts.bytes:.2f} | {spread(ratios)} |")
    return lines + [""]


def query_table(kinds, title, names):
    lines = [f"## {title}", "", "Median / 95th percentile; beneath, how many times as long as Chancery (medians, by round; then 95th percentiles).", "",
             "| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for kind, runs in kinds.items():
        cells, ratios = [], []
        for name in names:
            rounds = runs.get(name)
            if not rounds:
                cells.append("–")
                ratios.append("–")
                continue
            cells.append(f"{statistics.median(statistics.median(r) for r in rounds):.2f} / {statistics.median(p95(r) for r in rounds):.2f}")
            ours = runs.get(US, rounds)
            ratios.append(spread([statistics.median(r) / statistics.median(o) for r, o in zip(rounds, ours)]) +
                          f"; {statistics.median(p95(r) / p95(o) for r, o in zip(rounds, ours)):.2f}")
        lines += [f"| {kind} | " + " | ".join(cells) + " |", "| | " + " | ".join(ratios) + " |"]
    return lines + [""]
